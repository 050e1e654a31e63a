// A type switch over every outcome. Nothing but care keeps it complete: cases-missing is the same without one case.
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
	switch o := o.(type) {
	case price:
		return fmt.Sprint(int(o))
	case sold:
		return "sold"
	case closed:
		return "closed"
	}
	panic("no label for this")
}

func main() {
	fmt.Println(label(price(120)))
	fmt.Println(label(sold{}))
	fmt.Println(label(closed{}))
}
