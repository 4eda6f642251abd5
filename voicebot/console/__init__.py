"""The pages for the people around the telephone. How a page is declared: docs/console.md."""
