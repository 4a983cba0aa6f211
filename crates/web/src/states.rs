//! What a context keeps in memory for as long as the process lives: one value of each type, made when it is
//! first asked for. Never the only place where something is known: the database is the truth.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

/// A state is empty when the process begins. It is shared by all requests, so it guards what changes in it itself.
pub trait State: Default + Send + Sync + 'static {}

#[derive(Default)]
pub(crate) struct States(RwLock<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl States {
    pub fn get<S: State>(&self) -> Arc<S> {
        let id = TypeId::of::<S>();
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        let state = known.unwrap_or_else(|| {
            let mut states = self.0.write().unwrap_or_else(PoisonError::into_inner);
            states.entry(id).or_insert_with(|| Arc::new(S::default())).clone()
        });
        // Only a value of the same type is stored under a type.
        state.downcast().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[derive(Default)]
    struct Seen(AtomicU32);
    impl State for Seen {}

    #[test]
    fn a_state_is_the_same_for_everybody_who_asks() {
        let states = States::default();
        states.get::<Seen>().0.fetch_add(2, Ordering::Relaxed);
        assert_eq!(states.get::<Seen>().0.load(Ordering::Relaxed), 2);
    }
}
