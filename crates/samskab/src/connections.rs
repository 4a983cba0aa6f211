//! Who is connected, for how long, and how many.
//!
//! A connection costs a file descriptor, and whoever opens many and says nothing would have them all. So a header must
//! come whole within seconds, a connection on which nothing moves is closed, there are never more than leave the
//! database and the mail their descriptors, and one address has at most half of them.

use std::{
    collections::HashMap,
    io,
    net::IpAddr,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    Router,
    extract::{ConnectInfo, Request},
};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{Instant, Sleep, sleep},
};
use tower::ServiceExt as _;

/// How long the whole header of a request may take; also how long a browser's connection is kept for its next
/// request.
const HEADER: Duration = Duration::from_secs(10);
/// How long the next bytes of a body may take, or the other side to take the next bytes of an answer.
const STANDSTILL: Duration = Duration::from_secs(60);
/// Descriptors left for the database, mails on their way, logs and the listening socket.
const FOR_OTHERS: usize = 100;
/// At most this many connections, however many descriptors the machine allows.
const MOST: usize = 8_000;
const FEWEST: usize = 16;
/// Descriptors assumed where the machine does not tell.
const USUAL_DESCRIPTORS: usize = 1_024;

/// How many connections there may be.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub in_all: usize,
    /// From one address. Behind a proxy all come from one address.
    pub of_one_address: usize,
}

impl Room {
    /// Room for as many as this process has descriptors for.
    pub fn on_this_machine(behind_a_proxy: bool) -> Self {
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
        Self::with(descriptors(&limits).unwrap_or(USUAL_DESCRIPTORS), behind_a_proxy)
    }

    fn with(descriptors: usize, behind_a_proxy: bool) -> Self {
        let in_all = descriptors.saturating_sub(FOR_OTHERS).clamp(FEWEST, MOST);
        Self { in_all, of_one_address: if behind_a_proxy { in_all } else { in_all / 2 } }
    }
}

/// The soft limit in Linux's `Max open files            1024                 524288               files`.
fn descriptors(limits: &str) -> Option<usize> {
    limits
        .lines()
        .find_map(|line| line.strip_prefix("Max open files")?.split_whitespace().next()?.parse().ok())
}

/// Serves until `stop` is ready, then lets answers under way come to their end.
pub async fn serve(listener: TcpListener, router: Router, room: Room, stop: impl Future<Output = ()> + Send) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEADER);
    let places = Arc::new(Semaphore::new(room.in_all));
    let addresses = Addresses::default();
    let open = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepting = async {
            let place = places.clone().acquire_owned().await;
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            () = &mut stop => break,
            accepted = accepting => accepted,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Gone again before we came, or no descriptors left: the next may go well in a moment.
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(Duration::from_millis(200)).await;
                continue;
            }
        };
        let Some(guest) = addresses.let_in(peer.ip(), room.of_one_address) else { continue };
        // Small answers are sent at once.
        drop(stream.set_nodelay(true));
        let router = router.clone();
        let service = tower::service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request)
        });
        let serving =
            http.serve_connection(TokioIo::new(Moving::new(stream)), TowerToHyperService::new(service));
        let serving = open.watch(serving);
        tokio::spawn(async move {
            if let Err(error) = serving.await {
                tracing::debug!(%error, "a connection ended");
            }
            drop((place, guest));
        });
    }
    drop(listener);
    open.shutdown().await;
}

/// How many connections each address has.
#[derive(Clone, Default)]
struct Addresses(Arc<Mutex<HashMap<IpAddr, usize>>>);

impl Addresses {
    /// `None` when this address has enough.
    fn let_in(&self, address: IpAddr, most: usize) -> Option<Guest> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Guest { addresses: self.clone(), address })
    }
}

/// One of an address's connections, until it is dropped.
struct Guest {
    addresses: Addresses,
    address: IpAddr,
}

impl Drop for Guest {
    fn drop(&mut self) {
        let mut counts = self.addresses.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}

/// A connection that ends with an error when nothing has moved on it for [`STANDSTILL`].
struct Moving {
    stream: TcpStream,
    reading: Standstill,
    writing: Standstill,
}

impl Moving {
    fn new(stream: TcpStream) -> Self {
        Self { stream, reading: Standstill::new(), writing: Standstill::new() }
    }
}

struct Standstill {
    until: Pin<Box<Sleep>>,
    is_waiting: bool,
}

impl Standstill {
    fn new() -> Self {
        Self { until: Box::pin(sleep(STANDSTILL)), is_waiting: false }
    }

    /// Passes the outcome on, or the error that it has taken too long.
    fn watch<T>(&mut self, cx: &mut Context<'_>, outcome: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if outcome.is_ready() {
            self.is_waiting = false;
            return outcome;
        }
        if !self.is_waiting {
            self.is_waiting = true;
            self.until.as_mut().reset(Instant::now() + STANDSTILL);
        }
        ready!(self.until.as_mut().poll(cx));
        self.is_waiting = false;
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Moving {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.stream).poll_read(cx, buf);
        self.reading.watch(cx, outcome)
    }
}

impl AsyncWrite for Moving {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.writing.watch(cx, outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.writing.watch(cx, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_others_keep_their_descriptors() {
        let limits = "Limit                     Soft Limit           Hard Limit           Units     \n\
                      Max open files            200                  524288               files     \n";
        assert_eq!(descriptors(limits), Some(200));
        assert_eq!(descriptors("Max open files  unlimited  unlimited  files"), None);
        let room = Room::with(200, false);
        assert_eq!((room.in_all, room.of_one_address), (100, 50));
        assert_eq!(Room::with(200, true).of_one_address, 100, "a proxy speaks for everybody");
        assert_eq!(Room::with(10, false).in_all, FEWEST);
    }

    #[test]
    fn one_address_never_has_them_all_and_gets_back_what_it_closes() {
        let (addresses, one) = (Addresses::default(), IpAddr::from([192, 0, 2, 1]));
        let mut guests: Vec<_> = (0..3).filter_map(|_| addresses.let_in(one, 2)).collect();
        assert_eq!(guests.len(), 2);
        assert!(addresses.let_in(IpAddr::from([192, 0, 2, 2]), 2).is_some(), "another comes in");
        guests.pop();
        assert!(addresses.let_in(one, 2).is_some());
        drop(guests);
        assert!(addresses.0.lock().unwrap().is_empty(), "nobody is remembered who has gone");
    }
}
