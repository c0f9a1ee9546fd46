"""The pages: one module per subject, one pure function per address (`sayso.serve.page.Route`)."""
