//! Presets: municipalities described as data.
