"""Floats in attributes: five bodies that attract one another."""


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def advance(pairs, bodies, dt):
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        magnitude = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
        pull = b.mass * magnitude
        push = a.mass * magnitude
        a.vx -= dx * pull
        a.vy -= dy * pull
        a.vz -= dz * pull
        b.vx += dx * push
        b.vy += dy * push
        b.vz += dz * push
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def main():
    bodies = [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.478),
        Body(4.841, -1.160, -0.103, 0.606, 2.811, -0.025, 0.0377),
        Body(8.343, 4.124, -0.403, -1.010, 1.825, 0.008, 0.0113),
        Body(12.894, -15.111, -0.223, 1.082, 0.868, -0.010, 0.0017),
        Body(15.379, -25.919, 0.179, 0.979, 0.594, -0.034, 0.0020),
    ]
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    for _ in range(10_000):
        advance(pairs, bodies, 0.01)
    return f"{bodies[0].x:.6f}"
