// Compresses a file again and again for a while and prints how fast, and how small it became: with a package in pure Go, or
// with Rust's crate through C. With “calls” it prints the price of an empty call instead.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strconv"
	"time"

	"better-together/lab/rustbrotli"
	"github.com/andybalholm/brotli"
)

// A codec compresses and decompresses whole texts into a buffer that has room.
type codec interface {
	compress(output, input []byte) (int, error)
	decompress(output, input []byte) (int, error)
}

type throughC struct{ quality int }

func (c throughC) compress(output, input []byte) (int, error) {
	return rustbrotli.Compress(output, input, c.quality)
}

func (throughC) decompress(output, input []byte) (int, error) {
	return rustbrotli.Decompress(output, input)
}

// pureGo uses its writer and reader again and again, as a server would.
type pureGo struct {
	writer *brotli.Writer
	reader *brotli.Reader
}

func newPureGo(quality int) pureGo {
	options := brotli.WriterOptions{Quality: quality, LGWin: 22}
	return pureGo{brotli.NewWriterOptions(nil, options), brotli.NewReader(nil)}
}

func (p pureGo) compress(output, input []byte) (int, error) {
	buffer := bytes.NewBuffer(output[:0])
	p.writer.Reset(buffer)
	if _, err := p.writer.Write(input); err != nil {
		return 0, err
	}
	if err := p.writer.Close(); err != nil {
		return 0, err
	}
	if buffer.Len() > len(output) {
		return 0, errors.New("no room")
	}
	return buffer.Len(), nil
}

func (p pureGo) decompress(output, input []byte) (int, error) {
	if err := p.reader.Reset(bytes.NewReader(input)); err != nil {
		return 0, err
	}
	return io.ReadFull(p.reader, output)
}

// speed is how many megabytes of text a second go through work, over all its passes in a while.
func speed(text []byte, while time.Duration, work func() error) (float64, error) {
	start, passes := time.Now(), 0
	for time.Since(start) < while {
		if err := work(); err != nil {
			return 0, err
		}
		passes++
	}
	return float64(passes) * float64(len(text)) / 1e6 / time.Since(start).Seconds(), nil
}

func measure(way, file string, quality int, while time.Duration) error {
	var c codec
	switch way {
	case "go":
		c = newPureGo(quality)
	case "rust":
		c = throughC{quality}
	default:
		return fmt.Errorf("%q is neither go nor rust", way)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	output, back := make([]byte, len(text)), make([]byte, len(text))
	size, err := c.compress(output, text)
	if err != nil {
		return err
	}
	packed := bytes.Clone(output[:size])
	if n, err := c.decompress(back, packed); err != nil || !bytes.Equal(back[:n], text) {
		return errors.Join(errors.New("what was compressed does not come back"), err)
	}
	compressing, err := speed(text, while, func() error {
		_, err := c.compress(output, text)
		return err
	})
	if err != nil {
		return err
	}
	decompressing, err := speed(text, while, func() error {
		_, err := c.decompress(back, packed)
		return err
	})
	if err != nil {
		return err
	}
	fmt.Println(compressing, decompressing, size)
	return nil
}

//go:noinline
func nothing() {}

// price is how many nanoseconds a call takes, with the loop around it.
func price(call func()) float64 {
	const calls = 5_000_000
	start := time.Now()
	for range calls {
		call()
	}
	return float64(time.Since(start).Nanoseconds()) / calls
}

func run(args []string) error {
	if len(args) == 1 && args[0] == "calls" {
		fmt.Println(price(nothing), price(rustbrotli.Nothing))
		return nil
	}
	if len(args) != 4 {
		return errors.New("usage: brotli go|rust <file> <quality> <milliseconds>, or brotli calls")
	}
	quality, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	millis, err := strconv.Atoi(args[3])
	if err != nil {
		return err
	}
	return measure(args[0], args[1], quality, time.Duration(millis)*time.Millisecond)
}

func main() {
	log.SetFlags(0)
	if err := run(os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}
