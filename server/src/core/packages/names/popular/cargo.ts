import { words } from '../words.ts';

/** Crates that are used most. */
export const CARGO: ReadonlySet<string> = words(`
  ab_glyph actix actix-rt actix-web aes aes-gcm ahash aho-corasick anyhow approx arc-swap argh
  argon2 arrayvec askama assert_cmd async-channel async-graphql async-nats async-std
  async-stream async-trait aws-config aws-sdk-dynamodb aws-sdk-s3 axum axum-extra base64 bb8
  bcrypt bevy bincode bindgen bitflags bitvec blake3 bollard bon brotli bstr byteorder bytes
  cached cbindgen cc chacha20poly1305 chrono chumsky ciborium clap clap_derive cmake color-eyre
  colored compact_str comrak config console convert_case cookie criterion crossbeam
  crossbeam-channel crossbeam-utils crossterm csv curl darling dashmap deadpool derive_builder
  derive_more dialoguer diesel diesel_migrations dioxus directories dirs divan dotenv dotenvy
  druid ed25519-dalek eframe egui either enum_dispatch env_logger envy error-chain eyre failure
  fastrand fern figment flate2 flexi_logger fs2 fs_extra futures futures-core futures-util
  fxhash garde getrandom gif git2 gix glam glob globset glow gtk gtk4 handlebars hashbrown heck
  heed hex hmac home html5ever http http-body humantime hyper hyper-util iced ignore image
  imageproc indexmap indicatif insta isahc itertools jiff jni js-sys jsonwebtoken juniper
  k8s-openapi kube lalrpop lapin lazy_static leptos lettre lexopt libc libloading log logos lru
  lz4 maud md5 memchr memmap2 metrics miette mime minijinja mockall mockito moka mongodb mysql
  mysql_async nalgebra nanoid napi native-tls ndarray neon nix nom notify num num-bigint
  num-derive num-integer num-traits num_cpus oauth2 octocrab once_cell openssl opentelemetry
  ordered-float owo-colors parking_lot paste percent-encoding pest pest_derive petgraph
  pico-args pin-project pin-project-lite pkg-config png poem postcard postgres predicates
  pretty_assertions proc-macro-error proc-macro2 prometheus proptest prost prost-build
  prost-types protobuf pulldown-cmark pyo3 quick-xml quickcheck quinn quote r2d2 rand
  rand_chacha rand_core ratatui rayon rdkafka redb redis regex regex-syntax reqwest resvg ring
  rmp-serde rocket rocksdb ron roxmltree rsa rstest rusoto_core rusqlite rust_decimal
  rustc-hash rustls rusttype rustyline salvo same-file scraper scrypt sdl2 sea-orm secrecy
  select semver sentry serde serde_derive serde_json serde_urlencoded serde_with serde_yaml
  serial_test sha1 sha2 sha3 simplelog sled slog smallvec smol smol_str snafu sqlx string_cache
  structopt strum strum_macros subtle surf syn tar tauri tempfile tera termcolor test-case
  textwrap thiserror thread_local tide time tokio tokio-postgres tokio-stream tokio-test
  tokio-util toml toml_edit tonic tonic-build tower tower-http tracing tracing-appender
  tracing-subscriber trybuild tui typed-builder ulid unicode-segmentation unicode-width ureq
  url utoipa uuid validator walkdir warp wasm-bindgen wasm-bindgen-futures wasmer wasmtime
  web-sys webpki wgpu which winapi windows windows-sys winit winnow wiremock xml-rs xz2 yew
  zeroize zip zstd
`);
