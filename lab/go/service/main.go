// A small JSON service: articles with their prices, kept in memory.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

type article struct {
	ID    uint64 `json:"id"`
	Name  string `json:"name"`
	Price uint64 `json:"price"`
}

// draft is an article as a client sends it; its id stands in the path.
type draft struct {
	Name  string `json:"name"`
	Price uint64 `json:"price"`
}

type problem struct {
	Error string `json:"error"`
}

type shop struct {
	mu       sync.RWMutex
	articles map[uint64]article
}

func (s *shop) list(w http.ResponseWriter, _ *http.Request) {
	s.mu.RLock()
	all := make([]article, 0, len(s.articles))
	for _, a := range s.articles {
		all = append(all, a)
	}
	s.mu.RUnlock()
	slices.SortFunc(all, func(a, b article) int { return strings.Compare(a.Name, b.Name) })
	reply(w, http.StatusOK, all)
}

func (s *shop) read(w http.ResponseWriter, r *http.Request) {
	id, ok := pathID(w, r)
	if !ok {
		return
	}
	s.mu.RLock()
	a, found := s.articles[id]
	s.mu.RUnlock()
	if !found {
		reply(w, http.StatusNotFound, problem{"no such article"})
		return
	}
	reply(w, http.StatusOK, a)
}

func (s *shop) write(w http.ResponseWriter, r *http.Request) {
	id, ok := pathID(w, r)
	if !ok {
		return
	}
	var d draft
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<16)).Decode(&d); err != nil {
		reply(w, http.StatusBadRequest, problem{err.Error()})
		return
	}
	if d.Name == "" {
		reply(w, http.StatusBadRequest, problem{"an article needs a name"})
		return
	}
	a := article{ID: id, Name: d.Name, Price: d.Price}
	s.mu.Lock()
	s.articles[id] = a
	s.mu.Unlock()
	reply(w, http.StatusOK, a)
}

func pathID(w http.ResponseWriter, r *http.Request) (uint64, bool) {
	id, err := strconv.ParseUint(r.PathValue("id"), 10, 64)
	if err != nil {
		reply(w, http.StatusBadRequest, problem{"an id is a number"})
	}
	return id, err == nil
}

func reply(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Print(err)
	}
}

func run() error {
	s := &shop{articles: make(map[uint64]article)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /articles", s.list)
	mux.HandleFunc("GET /articles/{id}", s.read)
	mux.HandleFunc("PUT /articles/{id}", s.write)

	// The system picks a free port, and the first line says which.
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(listener.Addr())

	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	if err := server.Shutdown(context.Background()); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}
