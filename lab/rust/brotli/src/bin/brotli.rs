//! Compresses a file again and again for a while and prints how fast, and how small it became.

use std::env;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use brotli_border::{compress, decompress};

/// Megabytes of `text` a second, over all the times that `work` is done in `time`.
fn speed<T>(text: &[u8], time: Duration, work: impl Fn() -> T) -> f64 {
    let start = Instant::now();
    let mut passes = 0.0;
    while start.elapsed() < time {
        black_box(work());
        passes += 1.0;
    }
    passes * text.len() as f64 / 1e6 / start.elapsed().as_secs_f64()
}

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().collect();
    let [_, file, quality, millis] = args.as_slice() else {
        return Err("usage: brotli <file> <quality> <milliseconds>".into());
    };
    let (quality, time) = (quality.parse()?, Duration::from_millis(millis.parse()?));
    let text = fs::read(file)?;
    let packed = compress(&text, quality)?;
    if decompress(&packed)? != text {
        return Err("what was compressed does not come back".into());
    }
    let compressing = speed(&text, time, || compress(&text, quality));
    let decompressing = speed(&text, time, || decompress(&packed));
    println!("{compressing} {decompressing} {}", packed.len());
    Ok(())
}
