"""What goes on paper, painted: documents and slides with notes on A4 sheets, to PDF or a printer."""
