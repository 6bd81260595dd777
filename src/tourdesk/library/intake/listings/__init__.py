"""Reading films from listings: CSV, XLSX, JSON and XML, as festivals, databases and spreadsheets export them."""
