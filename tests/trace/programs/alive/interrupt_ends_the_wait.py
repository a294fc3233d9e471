import _thread, threading, time
threading.Thread(target=lambda: (time.sleep(0.4), _thread.interrupt_main())).start()
try: threading.Event().wait()
except KeyboardInterrupt: print("interrupted")
