"""What the pages of kiosk, desk and wall screen stand on, and is no page."""
