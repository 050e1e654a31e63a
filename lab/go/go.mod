module better-together/lab

go 1.25

require github.com/andybalholm/brotli v1.3.0
