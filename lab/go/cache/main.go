// A least-recently-used cache under a steady load: requests come due at fixed times whether the last one is done or not, so
// that a pause delays all that come due during it.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"runtime"
	"slices"
	"strconv"
	"time"
)

const (
	valueBytes = 256
	perSecond  = 500_000
	// windowMillis is how long a point of the timeline lasts.
	windowMillis = 100
)

const none = ^uint32(0)

type entry struct {
	key        uint64
	value      []byte
	prev, next uint32
}

// An lru keeps its entries in one slice and links them by index.
type lru struct {
	index       map[uint64]uint32
	entries     []entry
	first, last uint32
}

func newLRU(capacity int) *lru {
	return &lru{
		index:   make(map[uint64]uint32, capacity),
		entries: make([]entry, 0, capacity),
		first:   none,
		last:    none,
	}
}

func (c *lru) get(key uint64) ([]byte, bool) {
	at, ok := c.index[key]
	if !ok {
		return nil, false
	}
	c.unlink(at)
	c.pushFirst(at)
	return c.entries[at].value, true
}

func (c *lru) put(key uint64, value []byte) {
	at, ok := c.index[key]
	switch {
	case ok:
		c.unlink(at)
		c.entries[at].value = value
	case len(c.entries) < cap(c.entries):
		at = uint32(len(c.entries))
		c.entries = append(c.entries, entry{key: key, value: value})
		c.index[key] = at
	default:
		at = c.last
		c.unlink(at)
		delete(c.index, c.entries[at].key)
		c.entries[at] = entry{key: key, value: value}
		c.index[key] = at
	}
	c.pushFirst(at)
}

func (c *lru) unlink(at uint32) {
	prev, next := c.entries[at].prev, c.entries[at].next
	if prev == none {
		c.first = next
	} else {
		c.entries[prev].next = next
	}
	if next == none {
		c.last = prev
	} else {
		c.entries[next].prev = prev
	}
}

func (c *lru) pushFirst(at uint32) {
	c.entries[at].prev, c.entries[at].next = none, c.first
	if c.first == none {
		c.last = at
	} else {
		c.entries[c.first].prev = at
	}
	c.first = at
}

// random is xorshift64*, so that both languages ask for the same keys.
type random uint64

func (r *random) next() uint64 {
	x := uint64(*r)
	x ^= x >> 12
	x ^= x << 25
	x ^= x >> 27
	*r = random(x)
	return x * 2685821657736338717
}

func newValue(key uint64) []byte {
	value := make([]byte, valueBytes)
	value[key%valueBytes] = byte(key) | 1
	return value
}

// request is a write every second time; a read that misses fetches the value and keeps it.
func request(c *lru, r *random, keys uint64) int {
	n := r.next()
	key := (n >> 1) % keys
	if n&1 == 0 {
		if value, ok := c.get(key); ok {
			return int(value[key%valueBytes])
		}
	}
	c.put(key, newValue(key))
	return 0
}

type report struct {
	Micros      map[string]float64 `json:"micros"`
	Longest     []float64          `json:"longest"`
	Collections uint32             `json:"collections"`
	Check       int                `json:"check"`
}

func measure(capacity, seconds int) report {
	c, r, keys := newLRU(capacity), random(42), uint64(capacity)*5/4
	for key := range uint64(capacity) {
		c.put(key, newValue(key))
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	delays := make([]uint32, seconds*perSecond)
	check := 0

	fmt.Println("start")
	start := time.Now()
	for i := range delays {
		due := time.Duration(i) * time.Second / perSecond
		for time.Since(start) < due {
		}
		check += request(c, &r, keys)
		delays[i] = uint32(min(time.Since(start)-due, 1<<32-1))
	}

	runtime.ReadMemStats(&after)
	return report{percentiles(delays), longest(delays), after.NumGC - before.NumGC, check}
}

// longest is the longest delay of each window, in microseconds.
func longest(delays []uint32) []float64 {
	var all []float64
	for window := range slices.Chunk(delays, perSecond*windowMillis/1000) {
		all = append(all, float64(slices.Max(window))/1000)
	}
	return all
}

func percentiles(delays []uint32) map[string]float64 {
	sorted := slices.Sorted(slices.Values(delays))
	at := func(share float64) float64 {
		return float64(sorted[int(share*float64(len(sorted)-1))]) / 1000
	}
	return map[string]float64{"p50": at(0.5), "p99": at(0.99), "p999": at(0.999), "longest": at(1)}
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: cache <entries> <seconds>")
	}
	capacity, err := strconv.Atoi(os.Args[1])
	if err != nil || capacity < 1 {
		log.Fatal("entries: a number above 0")
	}
	seconds, err := strconv.Atoi(os.Args[2])
	if err != nil || seconds < 1 {
		log.Fatal("seconds: a number above 0")
	}
	if err := json.NewEncoder(os.Stdout).Encode(measure(capacity, seconds)); err != nil {
		log.Fatal(err)
	}
}
