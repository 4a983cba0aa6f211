//! samskab-search
