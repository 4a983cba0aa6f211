//! samskab-jobs
