<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO">
<context>
    <name>Countdown</name>
    <message>
        <source>{time} left</source>
        <translation>{time} igjen</translation>
    </message>
    <message>
        <source>ended {time} ago</source>
        <translation>over for {time} siden</translation>
    </message>
</context>
<context>
    <name>DayBoard</name>
    <message>
        <source>Day board</source>
        <translation>Dagstavle</translation>
    </message>
    <message>
        <source>observation from {time}</source>
        <translation>observasjon fra {time}</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>krever oppmerksomhet</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stopp</translation>
    </message>
</context>
<context>
    <name>InlinePanel</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Lukk (Esc)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Merk</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Utført</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>Dette gikk ikke.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sider</translation>
    </message>
    <message>
        <source>Lock the screen (Ctrl+L)</source>
        <translation>Lås skjermen (Ctrl+L)</translation>
    </message>
    <message>
        <source>Find patient or command</source>
        <translation>Finn pasient eller kommando</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Søk</translation>
    </message>
    <message>
        <source>Show names (Ctrl+Shift+H)</source>
        <translation>Vis navn (Ctrl+Shift+H)</translation>
    </message>
    <message>
        <source>Hide names (Ctrl+Shift+H)</source>
        <translation>Skjul navn (Ctrl+Shift+H)</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Forløp</translation>
    </message>
</context>
<context>
    <name>WeekBoard</name>
    <message>
        <source>Week board</source>
        <translation>Ukestavle</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>krever oppmerksomhet</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stopp</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>{day}, window {window}</source>
        <translation>{day}, vindu {window}</translation>
    </message>
</context>
</TS>
