//! A small JSON service: articles with their prices, kept in memory.

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, PoisonError, RwLock};

use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

#[derive(Clone, Serialize)]
struct Article {
    id: u64,
    name: String,
    price: u64,
}

/// An article as a client sends it; its id stands in the path.
#[derive(Deserialize)]
struct Draft {
    name: String,
    #[serde(default)]
    price: u64,
}

#[derive(Serialize)]
struct Body {
    error: String,
}

struct Problem(StatusCode, String);

impl Problem {
    fn bad(error: impl ToString) -> Self {
        Problem(StatusCode::BAD_REQUEST, error.to_string())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Problem(status, error) = self;
        (status, Json(Body { error })).into_response()
    }
}

type Shop = Arc<RwLock<HashMap<u64, Article>>>;

async fn list(State(shop): State<Shop>) -> Json<Vec<Article>> {
    let articles = shop.read().unwrap_or_else(PoisonError::into_inner);
    let mut all: Vec<Article> = articles.values().cloned().collect();
    drop(articles);
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Json(all)
}

async fn read(State(shop): State<Shop>, id: Result<Path<u64>, PathRejection>) -> Result<Json<Article>, Problem> {
    let Path(id) = id.map_err(|_| Problem::bad("an id is a number"))?;
    let articles = shop.read().unwrap_or_else(PoisonError::into_inner);
    match articles.get(&id) {
        Some(article) => Ok(Json(article.clone())),
        None => Err(Problem(StatusCode::NOT_FOUND, "no such article".to_owned())),
    }
}

async fn write(
    State(shop): State<Shop>,
    id: Result<Path<u64>, PathRejection>,
    draft: Result<Json<Draft>, JsonRejection>,
) -> Result<Json<Article>, Problem> {
    let Path(id) = id.map_err(|_| Problem::bad("an id is a number"))?;
    let Json(Draft { name, price }) = draft.map_err(|error| Problem::bad(error.body_text()))?;
    if name.is_empty() {
        return Err(Problem::bad("an article needs a name"));
    }
    let article = Article { id, name, price };
    let mut articles = shop.write().unwrap_or_else(PoisonError::into_inner);
    articles.insert(id, article.clone());
    Ok(Json(article))
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let router = Router::new()
        .route("/articles", get(list))
        .route("/articles/{id}", get(read).put(write))
        .layer(DefaultBodyLimit::max(1 << 16))
        .with_state(Shop::default());

    // The system picks a free port, and the first line says which.
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);

    axum::serve(listener, router)
        .with_graceful_shutdown(async {
            if let Err(error) = tokio::signal::ctrl_c().await {
                eprintln!("{error}");
            }
        })
        .await
}
