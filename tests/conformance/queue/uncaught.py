"""The report of an Empty that nobody catches names its module."""
import queue

queue.Queue().get_nowait()
