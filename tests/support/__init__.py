"""What the tests share: the pages as read, the runner, the shell, the labs, the built site, the browser."""
