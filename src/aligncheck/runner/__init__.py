"""Many documents: finding them, checking them in order on as many cores as asked, writing the results."""
