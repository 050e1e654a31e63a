// Eight goroutines add to one counter, each addition as a whole.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var count atomic.Int64
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 1_000_000 {
				count.Add(1)
			}
		})
	}
	all.Wait()
	fmt.Println(count.Load())
}
