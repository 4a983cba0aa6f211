//! The approach aid (RS-81).
