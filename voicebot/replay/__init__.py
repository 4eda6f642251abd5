"""Past calls run again with today's code, from their events or from their audio. Nothing is booked, changed or transferred."""
