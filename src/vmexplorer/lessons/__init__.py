"""What is taught and asked: troubleshooting cases, tours and questions."""
