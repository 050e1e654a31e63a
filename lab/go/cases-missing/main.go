// The program “cases” after somebody forgot an outcome. It compiles, vet is silent, and it ends when it meets that one.
package main

import "fmt"

// An outcome is a price, or one of two reasons why there is none.
type (
	price  int
	sold   struct{}
	closed struct{}
)

func (price) isOutcome()  {}
func (sold) isOutcome()   {}
func (closed) isOutcome() {}

type outcome interface{ isOutcome() }

func label(o outcome) string {
	// #region missing
	switch o := o.(type) {
	case price:
		return fmt.Sprint(int(o))
	case sold:
		return "sold"
	}
	// #endregion missing
	panic("no label for this")
}

func main() {
	fmt.Println(label(price(120)))
	fmt.Println(label(sold{}))
	fmt.Println(label(closed{}))
}
