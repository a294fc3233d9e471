import time
moment = time.gmtime(1_000_000_000)
print(moment)
print(moment.tm_year, moment.tm_mon, moment[2], moment.tm_hour, len(moment), moment.tm_yday)
print(time.asctime(moment))
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %b %%", moment))
print(time.strftime("", moment) == "")
print(type(time.localtime()).__name__, len(time.ctime()))
