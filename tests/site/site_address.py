"""Where the site of the tests is said to be published."""

ADDRESS = "https://digest.example/news/"
