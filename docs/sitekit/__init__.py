"""The site's machinery: from pages, scripts and data to Markdown. It never imports torch."""
