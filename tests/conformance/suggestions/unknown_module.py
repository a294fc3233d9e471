# Nor does import.
import threadin
