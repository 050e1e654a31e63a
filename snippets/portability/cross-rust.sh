T=aarch64-unknown-linux-gnu
rustup target add $T
cargo build --release --target $T
