// Sums each part of a list in a goroutine of its own.
package main

import "fmt"

func sum(part []int) int {
	total := 0
	for _, n := range part {
		total += n
	}
	return total
}

func main() {
	parts := [][]int{{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}

	// #region workers
	sums := make(chan int)
	for _, part := range parts {
		go func(part []int) {
			sums <- sum(part)
		}(part)
	}

	total := 0
	for range parts {
		total += <-sums
	}
	// #endregion workers

	fmt.Println(total)
}
