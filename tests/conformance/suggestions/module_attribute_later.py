# A misspelt name of what a module loads only when it is asked for.
import concurrent.futures

with concurrent.futures.ThreadPoolExecuter() as pool:
    pass
