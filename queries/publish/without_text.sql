-- What of the delivery stays out of the release? The text tables and typed views: they are taken away before it is closed.
detach typed;
detach text;
