// Package rustbrotli is Rust's crate brotli, called through C. CGO_LDFLAGS has to say -L and where the library lies.
package rustbrotli

// #cgo CFLAGS: -I${SRCDIR}/../../rust/brotli/include
// #cgo LDFLAGS: -lbrotli_border -lm -ldl -lpthread
// #cgo noescape border_compress
// #cgo nocallback border_compress
// #cgo noescape border_decompress
// #cgo nocallback border_decompress
// #cgo nocallback border_nothing
// #include "border.h"
import "C"

import (
	"errors"
	"unsafe"
)

var errRefused = errors.New("rustbrotli: no room, or not brotli")

func bytesOf(b []byte) (*C.uint8_t, C.size_t) {
	return (*C.uint8_t)(unsafe.SliceData(b)), C.size_t(len(b))
}

// Compress writes to output, which must have room, and returns how many bytes.
func Compress(output, input []byte, quality int) (int, error) {
	in, length := bytesOf(input)
	out, capacity := bytesOf(output)
	n := C.border_compress(in, length, C.int32_t(quality), out, capacity)
	if n < 0 {
		return 0, errRefused
	}
	return int(n), nil
}

// Decompress writes to output, which must have room, and returns how many bytes.
func Decompress(output, input []byte) (int, error) {
	in, length := bytesOf(input)
	out, capacity := bytesOf(output)
	n := C.border_decompress(in, length, out, capacity)
	if n < 0 {
		return 0, errRefused
	}
	return int(n), nil
}

// Nothing crosses the border and comes back.
func Nothing() {
	C.border_nothing()
}
