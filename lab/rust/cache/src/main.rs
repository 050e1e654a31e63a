//! A least-recently-used cache under a steady load: requests come due at fixed times whether the last one is done or not,
//! so that a pause delays all that come due during it.

use std::collections::HashMap;
use std::env;
use std::hint::spin_loop;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use rustc_hash::FxBuildHasher;
use serde::Serialize;

const VALUE_BYTES: usize = 256;
const PER_SECOND: usize = 500_000;
/// How long a point of the timeline lasts.
const WINDOW_MILLIS: usize = 100;

const NONE: u32 = u32::MAX;

struct Entry {
    key: u64,
    value: Box<[u8]>,
    prev: u32,
    next: u32,
}

/// Keeps its entries in one vector and links them by index.
struct Lru {
    index: HashMap<u64, u32, FxBuildHasher>,
    entries: Vec<Entry>,
    capacity: usize,
    first: u32,
    last: u32,
}

impl Lru {
    fn new(capacity: usize) -> Self {
        Lru {
            index: HashMap::with_capacity_and_hasher(capacity, FxBuildHasher),
            entries: Vec::with_capacity(capacity),
            capacity,
            first: NONE,
            last: NONE,
        }
    }

    fn get(&mut self, key: u64) -> Option<&[u8]> {
        let at = *self.index.get(&key)?;
        self.unlink(at);
        self.push_first(at);
        Some(&self.entries[at as usize].value)
    }

    fn put(&mut self, key: u64, value: Box<[u8]>) {
        let at = if let Some(&at) = self.index.get(&key) {
            self.unlink(at);
            self.entries[at as usize].value = value;
            at
        } else if self.entries.len() < self.capacity {
            let at = self.entries.len() as u32;
            self.entries.push(Entry { key, value, prev: NONE, next: NONE });
            self.index.insert(key, at);
            at
        } else {
            let at = self.last;
            self.unlink(at);
            self.index.remove(&self.entries[at as usize].key);
            self.entries[at as usize] = Entry { key, value, prev: NONE, next: NONE };
            self.index.insert(key, at);
            at
        };
        self.push_first(at);
    }

    fn unlink(&mut self, at: u32) {
        let Entry { prev, next, .. } = self.entries[at as usize];
        match prev {
            NONE => self.first = next,
            _ => self.entries[prev as usize].next = next,
        }
        match next {
            NONE => self.last = prev,
            _ => self.entries[next as usize].prev = prev,
        }
    }

    fn push_first(&mut self, at: u32) {
        let first = self.first;
        let entry = &mut self.entries[at as usize];
        entry.prev = NONE;
        entry.next = first;
        match first {
            NONE => self.last = at,
            _ => self.entries[first as usize].prev = at,
        }
        self.first = at;
    }
}

/// Is xorshift64*, so that both languages ask for the same keys.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(2_685_821_657_736_338_717)
    }
}

fn new_value(key: u64) -> Box<[u8]> {
    let mut value = vec![0; VALUE_BYTES].into_boxed_slice();
    value[key as usize % VALUE_BYTES] = key as u8 | 1;
    value
}

/// A write every second time; a read that misses fetches the value and keeps it.
fn request(cache: &mut Lru, random: &mut Random, keys: u64) -> u64 {
    let n = random.next();
    let key = (n >> 1) % keys;
    if n & 1 == 0
        && let Some(value) = cache.get(key)
    {
        return value[key as usize % VALUE_BYTES].into();
    }
    cache.put(key, new_value(key));
    0
}

#[derive(Serialize)]
struct Micros {
    p50: f64,
    p99: f64,
    p999: f64,
    longest: f64,
}

#[derive(Serialize)]
struct Report {
    micros: Micros,
    longest: Vec<f64>,
    check: u64,
}

fn measure(capacity: usize, seconds: usize) -> Report {
    let mut cache = Lru::new(capacity);
    let mut random = Random(42);
    let keys = capacity as u64 * 5 / 4;
    for key in 0..capacity as u64 {
        cache.put(key, new_value(key));
    }
    let mut delays = vec![0; seconds * PER_SECOND];
    let mut check = 0;

    println!("start");
    let start = Instant::now();
    for (i, delay) in delays.iter_mut().enumerate() {
        let due = Duration::from_nanos(i as u64 * 1_000_000_000 / PER_SECOND as u64);
        while start.elapsed() < due {
            spin_loop();
        }
        check += request(&mut cache, &mut random, keys);
        *delay = u32::try_from((start.elapsed() - due).as_nanos()).unwrap_or(u32::MAX);
    }
    Report { longest: longest(&delays), micros: percentiles(delays), check }
}

/// The longest delay of each window, in microseconds.
fn longest(delays: &[u32]) -> Vec<f64> {
    delays
        .chunks(PER_SECOND * WINDOW_MILLIS / 1000)
        .map(|window| f64::from(window.iter().copied().max().unwrap_or(0)) / 1000.0)
        .collect()
}

fn percentiles(mut delays: Vec<u32>) -> Micros {
    delays.sort_unstable();
    let at = |share: f64| f64::from(delays[(share * (delays.len() - 1) as f64) as usize]) / 1000.0;
    Micros { p50: at(0.5), p99: at(0.99), p999: at(0.999), longest: at(1.0) }
}

fn main() -> ExitCode {
    let numbers: Option<Vec<usize>> = env::args().skip(1).map(|arg| arg.parse().ok()).collect();
    let (capacity, seconds) = match numbers.as_deref() {
        Some(&[capacity, seconds]) if capacity > 0 && seconds > 0 => (capacity, seconds),
        _ => {
            eprintln!("usage: cache <entries> <seconds>, both above 0");
            return ExitCode::FAILURE;
        }
    };
    match serde_json::to_string(&measure(capacity, seconds)) {
        Ok(report) => println!("{report}"),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
