# De første skridt i en ny kommune: det, der venter på administratoren, indtil det er gjort.

first-steps-phone = Skriv kommunens telefonnummer
first-steps-phone-detail = Så kan folk ringe til et menneske. Skriv også jeres e-mail og åbningstid.
first-steps-email = Skriv kommunens e-mail
first-steps-email-detail = Så kan folk skrive til jer.
first-steps-units = Tilføj jeres områder og institutioner
first-steps-units-detail = Én ad gangen eller alle på én gang fra et regneark under »Import«.
first-steps-coordinator = Udpeg en frivilligkoordinator
first-steps-coordinator-detail = Koordinatoren godkender foreninger og hjælper, når ingen andre svarer.
