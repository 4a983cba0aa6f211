//! samskab-volunteering
