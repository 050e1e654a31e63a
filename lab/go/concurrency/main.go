// Sums a list on every core: one goroutine for each part.
package main

import (
	"fmt"
	"runtime"
	"slices"
)

func sum(part []int) int {
	total := 0
	for _, n := range part {
		total += n
	}
	return total
}

// split cuts a list into n parts of about the same length.
func split(list []int, n int) [][]int {
	return slices.Collect(slices.Chunk(list, (len(list)+n-1)/n))
}

func main() {
	list := make([]int, 1000)
	for i := range list {
		list[i] = i + 1
	}

	// #region workers
	n := runtime.GOMAXPROCS(0)
	parts := split(list, n)
	sums := make(chan int)
	for _, part := range parts {
		go func() {
			sums <- sum(part)
		}()
	}

	total := 0
	for range parts {
		total += <-sums
	}
	// #endregion workers

	fmt.Println(total)
}
