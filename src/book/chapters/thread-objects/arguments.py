from threading import Thread

def greet(greeting, name, mark="."):
    print(f"{greeting}, {name}{mark}")

threads = [
    Thread(target=greet, args=("Hello", "Ada")),
    Thread(target=greet, args=["Good morning", "Barbara"]),
    Thread(target=greet, args=("Welcome",), kwargs={"name": "Grace", "mark": "!"}),
]
for thread in threads:
    thread.start()
    thread.join()
