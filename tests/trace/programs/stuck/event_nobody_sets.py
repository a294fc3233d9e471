# Standstill: MainThread and T can never go on.
# MainThread waits in line 11 for T to end.
# T waits in line 9 for self.go of <Racer …> to be set, and nobody is left who could set it.
# MainThread → T
# T → self.go of <Racer …> → nobody
import threading
class Racer:
    def __init__(self): self.go = threading.Event()
    def run(self): self.go.wait()
def main():
    racer = Racer(); thread = threading.Thread(target=racer.run, name="T"); thread.start(); thread.join()
main()
