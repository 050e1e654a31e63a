// Eight goroutines add to one counter, and nobody takes turns. It compiles and runs; race-atomic is the same without the
// mistake.
package main

import (
	"fmt"
	"sync"
)

func main() {
	count := 0
	var all sync.WaitGroup
	// #region race
	for range 8 {
		all.Go(func() {
			for range 1_000_000 {
				count++
			}
		})
	}
	// #endregion race
	all.Wait()
	fmt.Println(count)
}
