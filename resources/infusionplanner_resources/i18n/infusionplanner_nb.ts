<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO">
<context>
    <name>ActPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">Avbryt</translation>
    </message>
</context>
<context>
    <name>BookPanel</name>
    <message>
        <source>Book the next dose</source>
        <translation>Bestill neste dose</translation>
    </message>
    <message>
        <source>Patients whose next dose in the unit has no time yet, the first to be due on top.</source>
        <translation>Pasienter som ikke har time til neste dose i enheten. Den som forfaller først, står øverst.</translation>
    </message>
    <message>
        <source>Find patient</source>
        <translation>Finn pasient</translation>
    </message>
    <message>
        <source>Patients without a time</source>
        <translation>Pasienter uten time</translation>
    </message>
    <message>
        <source>Find a time</source>
        <translation>Finn time</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>ChecklistSection</name>
    <message>
        <source>Before the dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the answers of the checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist is not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No to all %n question(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Yes: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood tests taken {day}, answer not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blood tests seen ({day})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min observation, dose {number} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min observation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClearanceForm</name>
    <message>
        <source>Cleared by the doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the doctor and write the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the time as 09.15.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClockField</name>
    <message>
        <source>Write the time as 09.15.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <name>DateField</name>
    <message>
        <source>Write the day as 23.11.2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar (F4)</source>
        <translation>Kalender (F4)</translation>
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
    <name>Faults</name>
    <message>
        <source>This did not work.</source>
        <translation type="unfinished">Dette gikk ikke.</translation>
    </message>
    <message>
        <source>This day has not come. Record it when it has happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient was born on {day}. Correct the date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dose on {day} is already recorded. Correct that one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient is already in the unit. Search for the national id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already such a visit on {day}. Move that one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit is closed on {day}: {why}. Choose an open day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes from {start} do not fit into {opens}–{closes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day has passed. Choose today or a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is taken at {time}. Choose another place or time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suitable place is free on {day}. Choose another time or day.</source>
        <translation type="unfinished">Ingen egnet plass er ledig {day}. Velg en annen tid eller dag.</translation>
    </message>
    <message>
        <source>There is no next dose in the unit to book. The plan tells why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A longer interval is ordered by a named doctor on a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that must be filled in is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too long. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a character that is no text. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number or a date is outside what can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The treatment is already stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The visit has come too far for this, or not far enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: it was changed since, or it left the ward.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsBox</name>
    <message>
        <source>Stop: needs a doctor&apos;s clearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared by (doctor)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared by the doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every stop needs a doctor&apos;s name, a time and a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the warnings that you have seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsSection</name>
    <message>
        <source>Cleared by {doctor} at {time}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning seen: {topic}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GivenSection</name>
    <message>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one or two numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day.month.year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dose was not completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {mg} mg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given mg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last time {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right and left thigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abdomen, both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right and left upper arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left forearm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right forearm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back of the hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>venous port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the batch number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the expiry date as 31.03.2028.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This batch expired {day}. Use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write how many mg were given, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the time as 09.15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mg} mg, not completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures</source>
        <translation type="unfinished"></translation>
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
    <name>NextDoseSection</name>
    <message>
        <source>Next dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stop bears on this dose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book another time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation type="unfinished">{day} kl. {time}</translation>
    </message>
    <message>
        <source>At home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {day}, which is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} closed ({names})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>A whole number from {lowest} to {highest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number from {lowest} to {highest}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientWords</name>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {weeks} weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop</source>
        <translation type="unfinished">stopp</translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>route not ordered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n in the unit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name, birth date, phone or national id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PML risk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First doses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient answers to this search in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first patient here, or import a list in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Names</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Names on the paper</source>
        <translation>Navn på papiret</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Initialer</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>Fullt navn</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lagre som PDF …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Skriv ut …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Print {week}</source>
        <translation>Skriv ut {week}</translation>
    </message>
    <message>
        <source>Two letters, more where two patients would be alike.</source>
        <translation>To bokstaver, flere der to pasienter ellers ville blitt like.</translation>
    </message>
    <message>
        <source>Full names and the notes of the visits. Keep the paper locked away.</source>
        <translation>Fullt navn og notatene til timene. Papiret må holdes innelåst.</translation>
    </message>
    <message>
        <source>A code that only this program can read.</source>
        <translation>En kode som bare dette programmet kan lese.</translation>
    </message>
    <message>
        <source>week-{number}.pdf</source>
        <translation>uke-{number}.pdf</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Lagret som {file}.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n side er sendt til skriveren.</numerusform>
            <numerusform>%n sider er sendt til skriveren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lagre som PDF</translation>
    </message>
</context>
<context>
    <name>RuleLine</name>
    <message>
        <source>why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why {rule}?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>This did not work.</source>
        <translation type="unfinished">Dette gikk ikke.</translation>
    </message>
    <message>
        <source>The unit is closed on {day}. Choose an open day.</source>
        <translation type="unfinished">Enheten er stengt {day}. Velg en åpen dag.</translation>
    </message>
    <message>
        <source>{day} has passed. Choose today or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is taken on {day} at {time}. Choose another place or time.</source>
        <translation type="unfinished">{place} er opptatt {day} kl. {time}. Velg en annen plass eller tid.</translation>
    </message>
    <message>
        <source>No suitable place is free on {day}. Choose another time or day.</source>
        <translation type="unfinished">Ingen egnet plass er ledig {day}. Velg en annen tid eller dag.</translation>
    </message>
    <message>
        <source>{place} has a visit on {day}. Move the coming visits first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dose is already recorded on {day}. Correct that one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} has not come yet. Record it when it has happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} is later than now ({now}). Correct the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The observation runs until {time}. Write why the patient leaves earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has {length} characters; at most {most} are kept. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule stops this dose: a doctor must clear it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a warning that nobody has seen yet. Mark it as seen first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient already has such a visit that day. Move that one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The visit has come too far for this. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The visit is on another day. Move it to this day first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan has no next dose in the unit to book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing. Fill in all fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a character that cannot be kept. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number or a date is outside what can be. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already such a patient. Open that patient instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dose is dated before the patient was born. Correct the date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone any more: it has been changed since. Correct it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the database. Nothing was saved; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved; make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged. Stop working in it and restore the latest backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no database, or is encrypted with another key. Choose the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database may not be written. Ask for the right to change the file and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be reached. Check that the folder is there and the disk is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was made by a newer version of the program. Install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database belongs to another program and was left alone. Choose another file.</source>
        <translation type="unfinished"></translation>
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
    <name>TodayData</name>
    <message>
        <source>No visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n need(s) observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doctor first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dose {number}</source>
        <translation type="unfinished">dose {number}</translation>
    </message>
    <message>
        <source>no time</source>
        <translation type="unfinished">uten klokkeslett</translation>
    </message>
    <message>
        <source>No place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingModel</name>
    <message>
        <source>dose {number}</source>
        <translation>dose {number}</translation>
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
    <name>WeekCounts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dager</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n timer</numerusform>
        </translation>
    </message>
    <message>
        <source>no visits</source>
        <translation>ingen timer</translation>
    </message>
    <message numerus="yes">
        <source>%n observed</source>
        <translation>
            <numerusform>%n observeres</numerusform>
            <numerusform>%n observeres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>observation %n min</source>
        <translation>
            <numerusform>observasjon %n min</numerusform>
            <numerusform>observasjon %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n w</source>
        <translation>
            <numerusform>%n u</numerusform>
            <numerusform>%n u</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekData</name>
    <message>
        <source>no time</source>
        <translation>uten klokkeslett</translation>
    </message>
    <message>
        <source>Without place</source>
        <translation>Uten plass</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>stengt</translation>
    </message>
</context>
<context>
    <name>WeekPage</name>
    <message>
        <source>Week</source>
        <translation>Uke</translation>
    </message>
    <message>
        <source>Previous week (Page Up)</source>
        <translation>Forrige uke (Page Up)</translation>
    </message>
    <message>
        <source>Next week (Page Down)</source>
        <translation>Neste uke (Page Down)</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Denne uken</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Print the week (P)</source>
        <translation>Skriv ut uken (P)</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Bestill</translation>
    </message>
    <message>
        <source>Book the next dose of a patient (N)</source>
        <translation>Bestill neste dose for en pasient (N)</translation>
    </message>
    <message>
        <source>moves</source>
        <translation>flytter</translation>
    </message>
    <message>
        <source>opens the patient</source>
        <translation>åpner pasienten</translation>
    </message>
    <message>
        <source>books the next dose</source>
        <translation>bestiller neste dose</translation>
    </message>
    <message>
        <source>Choose a visit with the arrow keys or the mouse.</source>
        <translation>Velg en time med piltastene eller musen.</translation>
    </message>
    <message>
        <source>Due {due}, window {window}</source>
        <translation>Forfaller {due}, vindu {window}</translation>
    </message>
    <message>
        <source>The visit has begun and is not moved any more.</source>
        <translation>Timen er i gang og kan ikke flyttes.</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Flytter</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Bestiller</translation>
    </message>
    <message>
        <source>drops</source>
        <translation>slipper</translation>
    </message>
    <message>
        <source>cancels</source>
        <translation>avbryter</translation>
    </message>
    <message>
        <source>undoes</source>
        <translation>angrer</translation>
    </message>
</context>
<context>
    <name>WeekWords</name>
    <message>
        <source>full</source>
        <translation>fullt</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>opptatt</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} kl. {time}</translation>
    </message>
    <message>
        <source>Drop to book</source>
        <translation>Slipp for å bestille</translation>
    </message>
    <message>
        <source>Drop to move to</source>
        <translation>Slipp for å flytte til</translation>
    </message>
    <message>
        <source>The visit does not end before the unit closes at {closes}.</source>
        <translation>Timen slutter ikke før enheten stenger kl. {closes}.</translation>
    </message>
    <message>
        <source>{place} is taken then.</source>
        <translation>{place} er opptatt da.</translation>
    </message>
    <message>
        <source>best: due day</source>
        <translation>best: forfallsdagen</translation>
    </message>
    <message>
        <source>best: nearest open day</source>
        <translation>best: nærmeste åpne dag</translation>
    </message>
    <message>
        <source>inside the window</source>
        <translation>i vinduet</translation>
    </message>
    <message>
        <source>has passed</source>
        <translation>er passert</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>stengt</translation>
    </message>
    <message>
        <source>too soon</source>
        <translation>for tidlig</translation>
    </message>
    <message>
        <source>before the window</source>
        <translation>før vinduet</translation>
    </message>
    <message>
        <source>after the window</source>
        <translation>etter vinduet</translation>
    </message>
    <message>
        <source>after the window, doctor clears</source>
        <translation>etter vinduet, lege klarerer</translation>
    </message>
    <message>
        <source>best day</source>
        <translation>beste dag</translation>
    </message>
    <message>
        <source>open day</source>
        <translation>åpen dag</translation>
    </message>
    <message>
        <source>only {days} after dose {number}, at least {least}</source>
        <translation>bare {days} etter dose {number}, minst {least}</translation>
    </message>
    <message>
        <source>{days} after dose {number}</source>
        <translation>{days} etter dose {number}</translation>
    </message>
    <message>
        <source>observation until {time}</source>
        <translation>observasjon til {time}</translation>
    </message>
    <message>
        <source>done at {time}</source>
        <translation>ferdig {time}</translation>
    </message>
    <message>
        <source>dose {number}, booked {day}, comes too soon after it: move that one too</source>
        <translation>dose {number}, bestilt {day}, kommer for tidlig etter denne: flytt den også</translation>
    </message>
    <message>
        <source>Moves along: {what}</source>
        <translation>Følger med: {what}</translation>
    </message>
    <message>
        <source>Nothing else moves.</source>
        <translation>Ingenting annet flyttes.</translation>
    </message>
    <message>
        <source>dose {number}</source>
        <translation>dose {number}</translation>
    </message>
    <message>
        <source>order at the pharmacy</source>
        <translation>bestilling på apoteket</translation>
    </message>
    <message>
        <source>renew the prescription</source>
        <translation>fornying av resepten</translation>
    </message>
    <message>
        <source>{what} {was} → {becomes}</source>
        <translation>{what} {was} → {becomes}</translation>
    </message>
</context>
<context>
    <name>WindowBar</name>
    <message>
        <source>{day}, window {window}</source>
        <translation>{day}, vindu {window}</translation>
    </message>
</context>
<context>
    <name>_Moving</name>
    <message>
        <source>dose {number}</source>
        <translation>dose {number}</translation>
    </message>
    <message>
        <source>window {span}</source>
        <translation>vindu {span}</translation>
    </message>
</context>
</TS>
