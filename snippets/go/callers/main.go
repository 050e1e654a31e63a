// A caller names the one method it needs; any store that has it will do.
package main

import (
	"errors"
	"fmt"
)

// #region interface
type store interface {
	Price(id int) (int, error)
}

func label(s store, id int) string {
	price, err := s.Price(id)
	if err != nil {
		return "ask at the desk"
	}
	return fmt.Sprint(price)
}

// #endregion interface

type shelf map[int]int

func (s shelf) Price(id int) (int, error) {
	price, ok := s[id]
	if !ok {
		return 0, errors.New("no such article")
	}
	return price, nil
}

func main() {
	s := shelf{1: 120}
	fmt.Println(label(s, 1), "/", label(s, 2))
}
