//! Jobs run on threads of their own what would keep the window waiting (the disk, the dialogs, the printers, the
//! pages).
//!
//! A job is what is done away from the window, and its *ending*: what the desk does of what came back, on the interface's
//! thread, in the next pass. The ending has the type of its own result, and nobody sorts results afterwards. Jobs that
//! touch the same file run one after the other, in the order asked; a window that closes waits for those that must end.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use egui::Context;

use crate::paper;

/// The job came to an end that it should not have: nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

/// What the desk does of what a job brought back.
type Ending<D> = Box<dyn FnOnce(&mut D, &Context) + Send>;

/// What is run on a thread, if there is one for it, and gives its ending.
type Work<D> = Box<dyn FnOnce(Result<(), Broken>) -> Ending<D> + Send>;

/// What the other jobs, and a window that closes, have to know of a job.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The file that it reads or writes: another job that touches it waits for the end of this one.
    touches: Option<PathBuf>,
    /// A window that closes waits for it.
    must_end: bool,
    /// From the moment that this says so, nothing would be lost any more.
    released: Option<Arc<AtomicBool>>,
}

impl About {
    /// Of a job that the end of the program may cut short.
    pub fn nothing() -> About {
        About::default()
    }

    pub fn touching(file: PathBuf) -> About {
        About { touches: Some(file), ..About::default() }
    }

    /// The program does not end before it does.
    #[must_use]
    pub fn that_must_end(self) -> About {
        About { must_end: true, ..self }
    }

    /// Nor before this says that nothing would be lost.
    #[must_use]
    pub fn that_must_end_unless(self, released: Arc<AtomicBool>) -> About {
        About { must_end: true, released: Some(released), ..self }
    }

    fn keeps_open(&self) -> bool {
        let released = self.released.as_ref().is_some_and(|it| it.load(Ordering::SeqCst));
        self.must_end && !released
    }
}

/// What is read before there is a window to wake, and before anybody waits for it.
pub struct Early<T>(Option<JoinHandle<T>>);

impl<T: Send + 'static> Early<T> {
    pub fn begin(work: impl FnOnce() -> T + Send + 'static) -> Early<T> {
        Early(Builder::new().name("job".into()).spawn(work).ok())
    }

    pub fn is_done(&self) -> bool {
        self.0.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Waits for its end, but not for long.
    pub fn wait(&self) {
        let waiting = Instant::now();
        while !self.is_done() && waiting.elapsed() < FRAME / 2 {
            std::thread::sleep(FRAME / 100);
        }
    }

    /// Waits for its end.
    ///
    /// # Errors
    /// [`Broken`].
    pub fn end(self) -> Result<T, Broken> {
        self.0.and_then(|job| job.join().ok()).ok_or(Broken)
    }
}

/// The window never waits longer than this.
const FRAME: Duration = Duration::from_millis(16);

/// A job that has not come back, or that waits for another.
struct UnderWay<D> {
    number: u64,
    about: About,
    /// None once it runs.
    waits: Option<Work<D>>,
}

/// The jobs under way, and those that wait for one of them; their endings act on a `D`, the desk.
pub struct Jobs<D> {
    sender: Sender<(u64, Ending<D>)>,
    receiver: Receiver<(u64, Ending<D>)>,
    under_way: RefCell<VecDeque<UnderWay<D>>>,
    last: RefCell<u64>,
}

impl<D: 'static> Jobs<D> {
    pub fn new() -> Jobs<D> {
        let (sender, receiver) = channel();
        Jobs { sender, receiver, under_way: RefCell::default(), last: RefCell::default() }
    }

    /// Runs `work` on a thread of its own, as soon as no job before it touches the same file; the window of `ctx` is woken
    /// when it is done, and `end` is done in the pass that follows.
    pub fn start<T: Send + 'static>(
        &self,
        ctx: &Context,
        about: About,
        work: impl FnOnce() -> T + Send + 'static,
        end: impl FnOnce(&mut D, &Context, Result<T, Broken>) + Send + 'static,
    ) {
        // A panic in a job must not leave the window waiting for ever.
        let work = move || catch_unwind(AssertUnwindSafe(work)).map_err(|_| Broken);
        self.begin(ctx, about, ending(work, end));
    }

    /// Takes in a job begun earlier. If it is done, or about to be, [`Jobs::finished`] gives it at once: a frame without
    /// what it brings would be drawn for nothing.
    pub fn adopt<T: Send + 'static>(
        &self,
        ctx: &Context,
        about: About,
        early: Early<T>,
        end: impl FnOnce(&mut D, &Context, Result<T, Broken>) + Send + 'static,
    ) {
        early.wait();
        if early.is_done() {
            let number = self.number();
            self.under_way.borrow_mut().push_back(UnderWay { number, about, waits: None });
            drop(self.sender.send((number, ending(move || early.end(), end)(Ok(())))));
        } else {
            self.begin(ctx, about, ending(move || early.end(), end));
        }
    }

    /// What ended since the last call, in the order that it did; what waited for it begins.
    pub fn finished(&self, ctx: &Context) -> Vec<Ending<D>> {
        let mut endings = Vec::new();
        for (number, ending) in self.receiver.try_iter() {
            self.under_way.borrow_mut().retain(|job| job.number != number);
            endings.push(ending);
        }
        if !endings.is_empty() {
            self.run_those_that_can(ctx);
        }
        endings
    }

    /// Whether a job has not come back yet.
    pub fn any(&self) -> bool {
        !self.under_way.borrow().is_empty()
    }

    /// Whether one has not, whose end a window that closes waits for.
    pub fn any_that_must_end(&self) -> bool {
        self.under_way.borrow().iter().any(|job| job.about.keeps_open())
    }

    fn number(&self) -> u64 {
        let mut last = self.last.borrow_mut();
        *last += 1;
        *last
    }

    fn begin(&self, ctx: &Context, about: About, work: Work<D>) {
        let job = UnderWay { number: self.number(), about, waits: Some(work) };
        self.under_way.borrow_mut().push_back(job);
        self.run_those_that_can(ctx);
    }

    /// Runs those that touch no file that a job before them touches.
    fn run_those_that_can(&self, ctx: &Context) {
        let mut touched: Vec<PathBuf> = Vec::new();
        let mut able = Vec::new();
        for job in self.under_way.borrow_mut().iter_mut() {
            let free = job.about.touches.as_ref().is_none_or(|file| !touched.contains(file));
            touched.extend(job.about.touches.clone());
            if free && let Some(work) = job.waits.take() {
                able.push((job.number, work));
            }
        }
        able.into_iter().for_each(|(number, work)| self.run(ctx, number, work));
    }

    fn run(&self, ctx: &Context, number: u64, work: Work<D>) {
        // The thread takes the work once it is there: a computer that has none left keeps it here.
        let (give, take) = channel::<Work<D>>();
        let (sender, window) = (self.sender.clone(), ctx.clone());
        let run = move || {
            let Ok(work) = take.recv() else { return };
            // The window may be gone: then nobody waits for the answer.
            drop(sender.send((number, work(Ok(())))));
            window.request_repaint();
        };
        let spawned = Builder::new().name("job".into()).stack_size(paper::STACK).spawn(run);
        let kept = match spawned {
            Ok(_) => give.send(work).err().map(|unsent| unsent.0),
            Err(_) => Some(work),
        };
        if let Some(work) = kept {
            drop(self.sender.send((number, work(Err(Broken)))));
            ctx.request_repaint();
        }
    }
}

/// The work of a job, tied to its ending.
fn ending<D: 'static, T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Broken> + Send + 'static,
    end: impl FnOnce(&mut D, &Context, Result<T, Broken>) + Send + 'static,
) -> Work<D> {
    Box::new(move |thread| {
        let result = thread.and_then(|()| work());
        Box::new(move |desk: &mut D, ctx: &Context| end(desk, ctx, result))
    })
}

impl<D: 'static> Default for Jobs<D> {
    fn default() -> Self {
        Jobs::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Said = Vec<String>;

    fn say<T: std::fmt::Debug>(said: &mut Said, _: &Context, result: Result<T, Broken>) {
        said.push(format!("{result:?}"));
    }

    /// Ends all that is under way.
    fn finish(jobs: &Jobs<Said>, ctx: &Context, said: &mut Said) {
        let start = Instant::now();
        while jobs.any() {
            assert!(start.elapsed() < Duration::from_secs(20));
            jobs.finished(ctx).into_iter().for_each(|end| end(said, ctx));
        }
    }

    #[test]
    fn a_job_brings_back_what_its_own_ending_takes_and_one_that_panics_says_so() {
        let (jobs, ctx, mut said) = (Jobs::new(), Context::default(), Said::new());
        jobs.start(&ctx, About::nothing(), || 7, say);
        finish(&jobs, &ctx, &mut said);
        jobs.start(&ctx, About::nothing(), || panic!("a test's"), say::<()>);
        finish(&jobs, &ctx, &mut said);
        assert_eq!(said, ["Ok(7)", "Err(Broken)"]);
    }

    #[test]
    fn jobs_that_touch_one_file_run_in_the_order_asked_and_another_file_waits_for_none() {
        let (jobs, ctx, mut said) = (Jobs::new(), Context::default(), Said::new());
        let (go, gone) = channel::<()>();
        let first = move || gone.recv_timeout(Duration::from_secs(20)).map(|()| "first");
        jobs.start(&ctx, About::touching("a.ron".into()), first, say);
        jobs.start(&ctx, About::touching("a.ron".into()), || panic!("a test's"), say::<()>);
        jobs.start(&ctx, About::touching("a.ron".into()), || "third", say);
        jobs.start(&ctx, About::touching("b.ron".into()), || "other", say);
        let start = Instant::now();
        while said.is_empty() {
            assert!(start.elapsed() < Duration::from_secs(20));
            jobs.finished(&ctx).into_iter().for_each(|end| end(&mut said, &ctx));
        }
        assert_eq!(said, ["Ok(\"other\")"]);
        go.send(()).unwrap();
        finish(&jobs, &ctx, &mut said);
        assert_eq!(said[1..], ["Ok(Ok(\"first\"))", "Err(Broken)", "Ok(\"third\")"]);
    }

    #[test]
    fn a_window_that_closes_waits_for_what_must_end_until_nothing_would_be_lost() {
        let (jobs, ctx, mut said) = (Jobs::<Said>::new(), Context::default(), Said::new());
        let (go, gone) = channel::<()>();
        let released = Arc::new(AtomicBool::new(false));
        let about = About::nothing().that_must_end_unless(Arc::clone(&released));
        jobs.start(&ctx, about, move || gone.recv_timeout(Duration::from_secs(20)).is_ok(), say);
        jobs.start(&ctx, About::nothing(), || (), say);
        assert!(jobs.any_that_must_end());
        released.store(true, Ordering::SeqCst);
        assert!(!jobs.any_that_must_end() && jobs.any());
        go.send(()).unwrap();
        finish(&jobs, &ctx, &mut said);
        jobs.start(&ctx, About::touching("a".into()).that_must_end(), || 1, say);
        assert!(jobs.any_that_must_end());
        finish(&jobs, &ctx, &mut said);
        assert!(!jobs.any_that_must_end());
    }

    #[test]
    fn what_was_read_early_is_there_at_once_or_when_it_comes() {
        let (jobs, ctx, mut said) = (Jobs::new(), Context::default(), Said::new());
        let early = Early::begin(|| "early");
        while !early.is_done() {
            std::thread::yield_now();
        }
        jobs.adopt(&ctx, About::nothing(), early, say);
        jobs.finished(&ctx).into_iter().for_each(|end| end(&mut said, &ctx));
        assert_eq!(said, ["Ok(\"early\")"]);
        let (go, gone) = channel::<()>();
        let late = Early::begin(move || gone.recv_timeout(Duration::from_secs(20)).is_ok());
        jobs.adopt(&ctx, About::nothing(), late, say);
        assert!(jobs.finished(&ctx).is_empty());
        go.send(()).unwrap();
        finish(&jobs, &ctx, &mut said);
        assert_eq!(said[1], "Ok(true)");
    }
}
