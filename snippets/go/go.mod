module better-together/snippets

go 1.19
