"""What every room stands on: problems, assets, time, progress. No Qt, no SQL."""
