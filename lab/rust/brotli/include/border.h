#include <stddef.h>
#include <stdint.h>

ptrdiff_t border_compress(const uint8_t *input, size_t length, int32_t quality, uint8_t *output, size_t capacity);
ptrdiff_t border_decompress(const uint8_t *input, size_t length, uint8_t *output, size_t capacity);
void border_nothing(void);
