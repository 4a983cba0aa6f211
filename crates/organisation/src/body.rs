//! Bodies: groups with a mandate, shown on *Sådan er vi organiseret*.
