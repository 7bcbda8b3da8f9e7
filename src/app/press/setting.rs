//! The pages of a sheet are set here, away from the window.

use crate::model::design::Date;
use crate::model::sheet::Order;
use crate::model::{Catalogue, Design};
use crate::paper::{self, Fault, Pages};

/// Work that makes pages: each sheet leaves something in the page engine's memory, which is bounded however many are made.
pub fn on_pages<T>(work: impl FnOnce() -> T) -> impl FnOnce() -> T {
    struct Forgets;
    impl Drop for Forgets {
        fn drop(&mut self) {
            paper::forget();
        }
    }
    move || {
        let _forgets = Forgets;
        work()
    }
}

/// Sets the pages of an order.
pub fn set(
    catalogue: &Catalogue,
    design: &Design,
    day: Date,
    order: Order,
) -> Result<Pages, Fault> {
    Pages::set(catalogue, design, day, &paper::code_of(design, catalogue), order)
}
