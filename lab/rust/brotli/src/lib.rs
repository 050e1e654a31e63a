//! The crate `brotli`, as a library in Rust and, behind [`border`], in C.

use std::io;

use brotli::enc::BrotliEncoderParams;

pub mod border;

/// Compresses a whole text.
pub fn compress(mut input: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality, lgwin: 22, size_hint: input.len(), ..Default::default() };
    let mut output = Vec::with_capacity(input.len() / 2);
    brotli::BrotliCompress(&mut input, &mut output, &params)?;
    Ok(output)
}

/// Gives a whole text back.
pub fn decompress(mut input: &[u8]) -> io::Result<Vec<u8>> {
    let mut output = Vec::with_capacity(input.len() * 5);
    brotli::BrotliDecompress(&mut input, &mut output)?;
    Ok(output)
}
