<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb_NO">
<context>
    <name>Acts</name>
    <message>
        <source>Visit booked</source>
        <translation>Time bestilt</translation>
    </message>
    <message>
        <source>Visit moved</source>
        <translation>Time flyttet</translation>
    </message>
    <message>
        <source>Visit cancelled</source>
        <translation>Time avlyst</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Møtt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Dose ended</source>
        <translation>Dose avsluttet</translation>
    </message>
    <message>
        <source>Visit done</source>
        <translation>Besøk ferdig</translation>
    </message>
    <message>
        <source>Recorded as not given</source>
        <translation>Registrert som ikke gitt</translation>
    </message>
    <message>
        <source>Observation prolonged</source>
        <translation>Observasjon forlenget</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>Notat endret</translation>
    </message>
    <message>
        <source>Dose recorded</source>
        <translation>Dose registrert</translation>
    </message>
    <message>
        <source>Dose corrected</source>
        <translation>Dose rettet</translation>
    </message>
    <message>
        <source>Dose removed</source>
        <translation>Dose fjernet</translation>
    </message>
    <message>
        <source>Checklist stored</source>
        <translation>Sjekkliste lagret</translation>
    </message>
    <message>
        <source>Cleared by the doctor</source>
        <translation>Avklart av lege</translation>
    </message>
    <message>
        <source>Warning seen</source>
        <translation>Advarsel sett</translation>
    </message>
    <message>
        <source>Reaction recorded</source>
        <translation>Reaksjon registrert</translation>
    </message>
    <message>
        <source>Treatment ordered</source>
        <translation>Behandling ordinert</translation>
    </message>
    <message>
        <source>Brand changed</source>
        <translation>Preparat endret</translation>
    </message>
    <message>
        <source>Treatment stopped</source>
        <translation>Behandling seponert</translation>
    </message>
    <message>
        <source>Next treatment recorded</source>
        <translation>Neste behandling registrert</translation>
    </message>
    <message>
        <source>Treatment restarted</source>
        <translation>Behandling gjenopptatt</translation>
    </message>
    <message>
        <source>Earlier doses recorded</source>
        <translation>Tidligere doser registrert</translation>
    </message>
    <message>
        <source>Doses held</source>
        <translation>Doser stoppet</translation>
    </message>
    <message>
        <source>Hold lifted</source>
        <translation>Stopp opphevet</translation>
    </message>
    <message>
        <source>Reactions lifted</source>
        <translation>Reaksjon avklart</translation>
    </message>
    <message>
        <source>Pregnancy recorded</source>
        <translation>Svangerskap registrert</translation>
    </message>
    <message>
        <source>Pregnancy plan recorded</source>
        <translation>Plan for svangerskapet lagret</translation>
    </message>
    <message>
        <source>Birth recorded</source>
        <translation>Fødsel registrert</translation>
    </message>
    <message>
        <source>Treatment recorded</source>
        <translation>Behandling registrert</translation>
    </message>
    <message>
        <source>Patient added</source>
        <translation>Pasient lagt til</translation>
    </message>
    <message>
        <source>Patient changed</source>
        <translation>Pasient endret</translation>
    </message>
    <message>
        <source>Patients imported</source>
        <translation>Pasienter lest inn</translation>
    </message>
    <message>
        <source>Result registered</source>
        <translation>Svar registrert</translation>
    </message>
    <message>
        <source>Result corrected</source>
        <translation>Svar rettet</translation>
    </message>
    <message>
        <source>Result removed</source>
        <translation>Svar fjernet</translation>
    </message>
    <message>
        <source>Result seen</source>
        <translation>Svar sett</translation>
    </message>
    <message>
        <source>Review before the start recorded</source>
        <translation>Vurdering før oppstart registrert</translation>
    </message>
    <message>
        <source>Task taken</source>
        <translation>Oppgave tatt</translation>
    </message>
    <message>
        <source>Task given back</source>
        <translation>Oppgave lagt tilbake</translation>
    </message>
    <message>
        <source>Home dose reported</source>
        <translation>Hjemmedose registrert</translation>
    </message>
    <message>
        <source>Training signed</source>
        <translation>Opplæring godkjent</translation>
    </message>
    <message>
        <source>Prescription issued</source>
        <translation>Resept registrert</translation>
    </message>
    <message>
        <source>Prescription withdrawn</source>
        <translation>Resept trukket tilbake</translation>
    </message>
    <message>
        <source>Dispensing recorded</source>
        <translation>Uttak registrert</translation>
    </message>
    <message>
        <source>Doses discarded</source>
        <translation>Doser kassert</translation>
    </message>
    <message>
        <source>Stock counted</source>
        <translation>Beholdning talt</translation>
    </message>
    <message>
        <source>Renewal recorded</source>
        <translation>Fornyelse registrert</translation>
    </message>
    <message>
        <source>Step towards home noted</source>
        <translation>Steg mot hjemmebehandling notert</translation>
    </message>
    <message>
        <source>Calendar handed out</source>
        <translation>Kalender utlevert</translation>
    </message>
    <message>
        <source>Calendar of the week handed out</source>
        <translation>Ukens kalender utlevert</translation>
    </message>
    <message>
        <source>The unit&apos;s details changed</source>
        <translation>Enhetens opplysninger endret</translation>
    </message>
    <message>
        <source>Closing recorded</source>
        <translation>Stenging registrert</translation>
    </message>
    <message>
        <source>Opening recorded</source>
        <translation>Åpning registrert</translation>
    </message>
    <message>
        <source>Places changed</source>
        <translation>Plasser endret</translation>
    </message>
    <message>
        <source>Place changed</source>
        <translation>Plass endret</translation>
    </message>
    <message>
        <source>Parameter changed</source>
        <translation>Tall eller grense endret</translation>
    </message>
    <message>
        <source>User stored</source>
        <translation>Bruker lagret</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Innstilling endret</translation>
    </message>
    <message>
        <source>Demo unit made</source>
        <translation>Demoenhet laget</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Angret</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Gjort på nytt</translation>
    </message>
</context>
<context>
    <name>AskBox</name>
    <message>
        <source>{what} is not saved.</source>
        <translation>{what} er ikke lagret.</translation>
    </message>
    <message>
        <source>{what} opens when you have chosen.</source>
        <translation>{what} åpnes når du har valgt.</translation>
    </message>
    <message>
        <source>Go on here</source>
        <translation>Fortsett her</translation>
    </message>
    <message>
        <source>Throw away and switch</source>
        <translation>Forkast og bytt</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>Needs attention</source>
        <translation>Trenger oppmerksomhet</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Vis listen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Gjelder</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Pasient</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Neste steg</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Ingenting trenger oppmerksomhet</translation>
    </message>
    <message>
        <source>No stop, warning or task is due this week.</source>
        <translation>Ingen stopp, advarsler eller oppgaver denne uken.</translation>
    </message>
    <message numerus="yes">
        <source>%n urgent</source>
        <translation>
            <numerusform>%n haster</numerusform>
            <numerusform>%n haster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n uke</numerusform>
            <numerusform>%n uker</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditCard</name>
    <message>
        <source>Controls done in time</source>
        <translation>Kontroller gjort i tide</translation>
    </message>
    <message>
        <source>last 12 months</source>
        <translation>siste 12 måneder</translation>
    </message>
    <message>
        <source>A control counts as done in time when its result is dated on or before the day it was due. Controls that are not due yet do not count.</source>
        <translation>En kontroll er gjort i tide når svaret er datert senest den dagen kontrollen forfalt. Kontroller som ikke har forfalt ennå, regnes ikke med.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{inside} of {all}</source>
        <translation>{inside} av {all}</translation>
    </message>
</context>
<context>
    <name>BirthPanel</name>
    <message>
        <source>Born on</source>
        <translation>Født</translation>
    </message>
    <message>
        <source>Breastfeeding</source>
        <translation>Amming</translation>
    </message>
</context>
<context>
    <name>BookPanel</name>
    <message>
        <source>Book the next dose</source>
        <translation>Bestill time til neste dose</translation>
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
        <source>What for</source>
        <translation>Hva timen gjelder</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Time and place</source>
        <translation>Klokkeslett og plass</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notat</translation>
    </message>
    <message>
        <source>Only the day is agreed</source>
        <translation>Bare dagen er avtalt</translation>
    </message>
</context>
<context>
    <name>BookingPanel</name>
    <message>
        <source>For</source>
        <translation>Gjelder</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Klokkeslett</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plass</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Ny time</translation>
    </message>
    <message>
        <source>Book the visit</source>
        <translation>Bestill timen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Find patient by name</source>
        <translation>Finn pasient på navn</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation>Pasienter funnet</translation>
    </message>
    <message>
        <source>The first that is free</source>
        <translation>Den første ledige</translation>
    </message>
    <message>
        <source>The plan has no dose in the unit to book now.</source>
        <translation>Planen har ingen dose i enheten å bestille time til nå.</translation>
    </message>
    <message>
        <source>Next dose is number {number}, due {day}. Window {span}.</source>
        <translation>Neste dose er nummer {number}, forfall {day}. Vindu {span}.</translation>
    </message>
    <message>
        <source>{day} is closed: {why}.</source>
        <translation>{day} er stengt: {why}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>{day}. Free: {times}</source>
        <translation>{day}. Ledig: {times}</translation>
    </message>
    <message>
        <source>Write the day as 21.12.2026.</source>
        <translation>Skriv dagen som 21.12.2026.</translation>
    </message>
    <message>
        <source>Write the time as 09.15.</source>
        <translation>Skriv klokkeslettet som 09.15.</translation>
    </message>
</context>
<context>
    <name>BridgingPanel</name>
    <message>
        <source>Planned doses (empty: no bridging course)</source>
        <translation>Planlagte doser (tomt: ingen brobehandling)</translation>
    </message>
    <message>
        <source>Treatment that follows</source>
        <translation>Behandlingen som følger</translation>
    </message>
    <message>
        <source>It starts on</source>
        <translation>Starter</translation>
    </message>
    <message>
        <source>A bridging course needs the day of the next treatment.</source>
        <translation>En brobehandling må ha dato for neste behandling.</translation>
    </message>
    <message>
        <source>No longer interval, no home treatment, full observation every time.</source>
        <translation>Ikke utvidet intervall, ikke hjemmebehandling, full observasjonstid hver gang.</translation>
    </message>
</context>
<context>
    <name>CalendarPanel</name>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Time of the home doses</source>
        <translation>Klokkeslett for hjemmedosene</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Én fil</translation>
    </message>
    <message>
        <source>One file for each event</source>
        <translation>Én fil per avtale</translation>
    </message>
    <message>
        <source>Withdraw what was handed out</source>
        <translation>Trekk tilbake det som er utlevert</translation>
    </message>
    <message>
        <source>Calendar handed out</source>
        <translation>Kalenderen er utlevert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>What the calendar shows</source>
        <translation>Hva kalenderen viser</translation>
    </message>
    <message>
        <source>Withdraw calendar</source>
        <translation>Trekk kalenderen tilbake</translation>
    </message>
    <message>
        <source>{number} of {all} kinds of event · home doses at {time}</source>
        <translation>{number} av {all} typer avtaler · hjemmedoser kl. {time}</translation>
    </message>
    <message>
        <source>Folder: {name}</source>
        <translation>Mappe: {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Choose at least one kind of event.</source>
        <translation>Velg minst én type avtale.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) ahead</source>
        <translation>
            <numerusform>%n kommende avtale</numerusform>
            <numerusform>%n kommende avtaler</numerusform>
        </translation>
    </message>
    <message>
        <source>Last handed out {day} by {who}</source>
        <translation>Sist utlevert {day} av {who}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since then</source>
        <translation>
            <numerusform>%n endring siden da</numerusform>
            <numerusform>%n endringer siden da</numerusform>
        </translation>
    </message>
    <message>
        <source>What has been handed out cannot be taken back, only handed out anew.</source>
        <translation>Det som er utlevert, kan ikke angres, bare utleveres på nytt.</translation>
    </message>
    <message>
        <source>{number} of {all} concern what was handed out; the others are new since then.</source>
        <translation>{number} av {all} gjelder det som er utlevert. De andre er nye etter det.</translation>
    </message>
    <message>
        <source>Nothing that lies ahead was handed out: there is nothing to withdraw.</source>
        <translation>Ingen kommende avtaler er utlevert: det er ingenting å trekke tilbake.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) ahead will be shown as cancelled on the patient&apos;s telephone.</source>
        <translation>
            <numerusform>%n kommende avtale vises som avlyst på pasientens telefon.</numerusform>
            <numerusform>%n kommende avtaler vises som avlyst på pasientens telefon.</numerusform>
        </translation>
    </message>
    <message>
        <source>The patient must open the file for that.</source>
        <translation>Pasienten må åpne filen for det.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) for the patient</source>
        <translation>
            <numerusform>%n endring for pasienten</numerusform>
            <numerusform>%n endringer for pasienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>og %n til</numerusform>
            <numerusform>og %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>Tells no more than “Appointment” and the unit&apos;s telephone.</source>
        <translation>Forteller bare «Avtale» og telefonnummeret til infusjonsenheten.</translation>
    </message>
    <message>
        <source>Says what each event is for, without drug and diagnosis.</source>
        <translation>Sier hva hver avtale gjelder, uten legemiddel og diagnose.</translation>
    </message>
    <message>
        <source>Names the treatment, the dose and the place. Only when the patient wants it.</source>
        <translation>Nevner behandling, dose og sted. Bare når pasienten ønsker det.</translation>
    </message>
    <message>
        <source>Folder for the calendar</source>
        <translation>Mappe for kalenderen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in {folder}</source>
        <translation>
            <numerusform>%n fil i {folder}</numerusform>
            <numerusform>%n filer i {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarTask</name>
    <message>
        <source>Calendars</source>
        <translation>Kalendere</translation>
    </message>
    <message numerus="yes">
        <source>%n handed-out calendar(s) not true any more</source>
        <translation>
            <numerusform>%n utlevert kalender stemmer ikke lenger</numerusform>
            <numerusform>%n utleverte kalendere stemmer ikke lenger</numerusform>
        </translation>
    </message>
    <message>
        <source>the first from {day}</source>
        <translation>den første fra {day}</translation>
    </message>
    <message>
        <source>Hand out anew</source>
        <translation>Lever ut på nytt</translation>
    </message>
</context>
<context>
    <name>CalendarWords</name>
    <message>
        <source>Neutral</source>
        <translation>Nøytralt</translation>
    </message>
    <message>
        <source>Plain words</source>
        <translation>Vanlige ord</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alt</translation>
    </message>
</context>
<context>
    <name>CapacityPage</name>
    <message>
        <source>Capacity</source>
        <translation>Kapasitet</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} til {last}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Tall</translation>
    </message>
    <message>
        <source>The coming weeks</source>
        <translation>De kommende ukene</translation>
    </message>
    <message>
        <source>Days to look at</source>
        <translation>Dager å se på</translation>
    </message>
    <message>
        <source>Open the week</source>
        <translation>Åpne uken</translation>
    </message>
    <message>
        <source>No day in these weeks is full, booked while closed or outside a window.</source>
        <translation>Ingen dag i disse ukene er full, har besøk mens det er stengt, eller har doser utenfor vinduet.</translation>
    </message>
    <message>
        <source>The coming 12 weeks</source>
        <translation>De neste 12 ukene</translation>
    </message>
    <message>
        <source>booked, and expected by the plans</source>
        <translation>bestilt, og forventet etter planene</translation>
    </message>
</context>
<context>
    <name>CapacityWords</name>
    <message>
        <source>Visits</source>
        <translation>Besøk</translation>
    </message>
    <message>
        <source>Place hours</source>
        <translation>Plasstimer</translation>
    </message>
    <message>
        <source>Nurse hours</source>
        <translation>Pleietimer</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n besøk</numerusform>
            <numerusform>%n besøk</numerusform>
        </translation>
    </message>
    <message>
        <source>{visits}, {expected} of them not booked yet</source>
        <translation>{visits}, {expected} av dem ikke bestilt ennå</translation>
    </message>
    <message>
        <source>{taken} place hours of {open}</source>
        <translation>{taken} plasstimer av {open}</translation>
    </message>
    <message>
        <source>{hours} nurse hours</source>
        <translation>{hours} pleietimer</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) booked on a closed day</source>
        <translation>
            <numerusform>%n besøk bestilt på en stengt dag</numerusform>
            <numerusform>%n besøk bestilt på en stengt dag</numerusform>
        </translation>
    </message>
    <message>
        <source>More than the places have time for</source>
        <translation>Mer enn plassene har tid til</translation>
    </message>
    <message>
        <source>Full: nobody else fits in</source>
        <translation>Fullt: ingen flere får plass</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) without time or place</source>
        <translation>
            <numerusform>%n besøk uten klokkeslett eller plass</numerusform>
            <numerusform>%n besøk uten klokkeslett eller plass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) outside the window</source>
        <translation>
            <numerusform>%n dose utenfor vinduet</numerusform>
            <numerusform>%n doser utenfor vinduet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangePanel</name>
    <message numerus="yes">
        <source>%n more value(s)</source>
        <translation>
            <numerusform>%n verdi til</numerusform>
            <numerusform>%n verdier til</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Angre dette</translation>
    </message>
    <message>
        <source>This has been undone.</source>
        <translation>Dette er angret.</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Ask every question.</source>
        <translation>Still alle spørsmålene.</translation>
    </message>
</context>
<context>
    <name>ChecklistSection</name>
    <message>
        <source>Before the dose</source>
        <translation>Før dosen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Answer the checklist</source>
        <translation>Svar på sjekklisten</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Endre</translation>
    </message>
    <message>
        <source>Change the answers of the checklist</source>
        <translation>Endre svarene på sjekklisten</translation>
    </message>
    <message>
        <source>The checklist is not answered</source>
        <translation>Sjekklisten er ikke besvart</translation>
    </message>
    <message numerus="yes">
        <source>No to all %n question(s)</source>
        <translation>
            <numerusform>Nei på %n spørsmål</numerusform>
            <numerusform>Nei på alle %n spørsmål</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes: {what}</source>
        <translation>Ja: {what}</translation>
    </message>
    <message>
        <source>Blood tests taken {day}, answer not seen</source>
        <translation>Blodprøver tatt {day}, svaret er ikke sett</translation>
    </message>
    <message>
        <source>Blood tests seen ({day})</source>
        <translation>Blodprøvesvar sett ({day})</translation>
    </message>
    <message>
        <source>{minutes} min observation, dose {number} of {all}</source>
        <translation>{minutes} min observasjon, dose {number} av {all}</translation>
    </message>
    <message>
        <source>{minutes} min observation</source>
        <translation>{minutes} min observasjon</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Choose …</source>
        <translation>Velg …</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ukjent</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nei</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>ClearanceForm</name>
    <message>
        <source>Cleared by the doctor</source>
        <translation>Avklart av legen</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Lege</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Klokkeslett</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrunnelse</translation>
    </message>
    <message>
        <source>Name the doctor and write the reason.</source>
        <translation>Oppgi legen og skriv begrunnelsen.</translation>
    </message>
    <message>
        <source>Write the time as 09.15.</source>
        <translation>Skriv klokkeslettet som 09.15.</translation>
    </message>
</context>
<context>
    <name>ClearancePanel</name>
    <message>
        <source>For the dose on</source>
        <translation>For dosen</translation>
    </message>
    <message>
        <source>Nothing stops a dose on this day, or all of it is cleared.</source>
        <translation>Ingenting stopper en dose denne dagen, eller alt er avklart.</translation>
    </message>
    <message>
        <source>The clearance holds for a dose on this day alone.</source>
        <translation>Avklaringen gjelder bare for en dose denne dagen.</translation>
    </message>
</context>
<context>
    <name>ClockField</name>
    <message>
        <source>Write the time as 09.15.</source>
        <translation>Skriv klokkeslettet som 09.15.</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Not saved: {what}</source>
        <translation>Ikke lagret: {what}</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Lukk likevel</translation>
    </message>
</context>
<context>
    <name>ClosureForm</name>
    <message>
        <source>The day is</source>
        <translation>Dagen er</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>To (empty for a single day)</source>
        <translation>Til (tomt for én dag)</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Stengt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åpent</translation>
    </message>
    <message>
        <source>Close days, or keep them open</source>
        <translation>Steng dager, eller hold dem åpne</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>This day has passed.</source>
        <translation>Denne dagen er passert.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>Den siste dagen er før den første.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n day(s) at a time.</source>
        <translation>
            <numerusform>Høyst %n dag om gangen.</numerusform>
            <numerusform>Høyst %n dager om gangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open already.</source>
        <translation>Allerede åpent.</translation>
    </message>
    <message>
        <source>Closed already.</source>
        <translation>Allerede stengt.</translation>
    </message>
    <message numerus="yes">
        <source>%n booked visit(s) on these days. They stay until they are moved.</source>
        <translation>
            <numerusform>%n time er bestilt disse dagene. Den blir stående til den flyttes.</numerusform>
            <numerusform>%n timer er bestilt disse dagene. De blir stående til de flyttes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosuresSection</name>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Stengte dager</translation>
    </message>
    <message>
        <source>the coming year, besides weekends</source>
        <translation>det kommende året, utenom helger</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Stengt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åpent</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Bestilt</translation>
    </message>
    <message numerus="yes">
        <source>%n to move</source>
        <translation>
            <numerusform>%n å flytte</numerusform>
            <numerusform>%n å flytte</numerusform>
        </translation>
    </message>
    <message>
        <source>public holiday</source>
        <translation>helligdag</translation>
    </message>
    <message>
        <source>each year</source>
        <translation>hvert år</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Hold åpent</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Åpne igjen</translation>
    </message>
    <message>
        <source>Close again</source>
        <translation>Steng igjen</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Found</source>
        <translation>Treff</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ingen treff</translation>
    </message>
    <message>
        <source>try a name, birth date, telephone or command</source>
        <translation>prøv navn, fødselsdato, telefon eller kommando</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>pasient</translation>
    </message>
    <message numerus="yes">
        <source>All %n in the list of patients</source>
        <translation>
            <numerusform>%n treff i pasientlisten</numerusform>
            <numerusform>Alle %n treff i pasientlisten</numerusform>
        </translation>
    </message>
    <message>
        <source>page</source>
        <translation>side</translation>
    </message>
    <message>
        <source>command</source>
        <translation>kommando</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Go to today</source>
        <translation>Gå til i dag</translation>
    </message>
    <message>
        <source>Go to the week</source>
        <translation>Gå til uken</translation>
    </message>
    <message>
        <source>Go to the patients</source>
        <translation>Gå til pasientene</translation>
    </message>
    <message>
        <source>Go to home treatment</source>
        <translation>Gå til hjemmebehandling</translation>
    </message>
    <message>
        <source>Go to the tasks</source>
        <translation>Gå til oppgavene</translation>
    </message>
    <message>
        <source>Go to the capacity</source>
        <translation>Gå til kapasitet</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>Gå til innstillingene</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Ny pasient</translation>
    </message>
    <message>
        <source>help shortcuts</source>
        <translation>hjelp hurtigtaster</translation>
    </message>
    <message>
        <source>Switch to English</source>
        <translation>Bytt til engelsk</translation>
    </message>
    <message>
        <source>Switch to Norwegian</source>
        <translation>Bytt til bokmål</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>add enter refer</source>
        <translation>legg til henvist registrer</translation>
    </message>
    <message>
        <source>Import patients</source>
        <translation>Les inn pasienter</translation>
    </message>
    <message>
        <source>list files</source>
        <translation>liste filer lese inn</translation>
    </message>
    <message>
        <source>Book a visit today</source>
        <translation>Bestill time i dag</translation>
    </message>
    <message>
        <source>appointment time</source>
        <translation>avtale besøk</translation>
    </message>
    <message>
        <source>Book a next dose</source>
        <translation>Bestill time til neste dose</translation>
    </message>
    <message>
        <source>Print the week</source>
        <translation>Skriv ut uken</translation>
    </message>
    <message>
        <source>paper pdf</source>
        <translation>papir pdf utskrift</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>ta tilbake</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gjør om</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Vis navn</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>Skjul navn</translation>
    </message>
    <message>
        <source>shield initials privacy</source>
        <translation>skjerm initialer personvern</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Lås skjermen</translation>
    </message>
    <message>
        <source>change user sign out</source>
        <translation>bytt bruker logg ut</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Vis hurtigtastene</translation>
    </message>
    <message>
        <source>Look round</source>
        <translation>Omvisning</translation>
    </message>
    <message>
        <source>help tour introduction</source>
        <translation>hjelp innføring</translation>
    </message>
    <message>
        <source>Back to my own unit</source>
        <translation>Tilbake til egen enhet</translation>
    </message>
    <message>
        <source>practise try invented</source>
        <translation>øve prøve oppdiktet</translation>
    </message>
    <message>
        <source>Open the demo unit</source>
        <translation>Åpne demoenheten</translation>
    </message>
    <message>
        <source>theme colours dark light</source>
        <translation>tema farger mørkt lyst</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Lyst tema</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Mørkt tema</translation>
    </message>
    <message>
        <source>Theme as the PC</source>
        <translation>Tema som PC-en</translation>
    </message>
    <message>
        <source>language English Norwegian</source>
        <translation>språk English norsk bokmål</translation>
    </message>
    <message>
        <source>Settings: the unit</source>
        <translation>Innstillinger: enheten</translation>
    </message>
    <message>
        <source>hours telephone name</source>
        <translation>åpningstider telefon navn</translation>
    </message>
    <message>
        <source>Settings: closed days</source>
        <translation>Innstillinger: stengte dager</translation>
    </message>
    <message>
        <source>holiday closure</source>
        <translation>helligdager ferie</translation>
    </message>
    <message>
        <source>Settings: places</source>
        <translation>Innstillinger: plasser</translation>
    </message>
    <message>
        <source>chairs beds</source>
        <translation>stoler senger</translation>
    </message>
    <message>
        <source>Settings: parameters</source>
        <translation>Innstillinger: tall og grenser</translation>
    </message>
    <message>
        <source>protocol numbers rules</source>
        <translation>protokoll regler parametere</translation>
    </message>
    <message>
        <source>Settings: users</source>
        <translation>Innstillinger: brukere</translation>
    </message>
    <message>
        <source>people staff</source>
        <translation>ansatte sykepleiere leger</translation>
    </message>
    <message>
        <source>Settings: language and theme</source>
        <translation>Innstillinger: språk og tema</translation>
    </message>
    <message>
        <source>Settings: privacy</source>
        <translation>Innstillinger: personvern</translation>
    </message>
    <message>
        <source>calendar names paper</source>
        <translation>kalender navn papir</translation>
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
        <source>today, {day}</source>
        <translation>i dag, {day}</translation>
    </message>
    <message>
        <source>Write the date with its year, as 14.03.1988.</source>
        <translation>Skriv datoen med årstall, som 14.03.1988.</translation>
    </message>
    <message>
        <source>Write month and year, as 06.2028, or the day as 30.06.2028.</source>
        <translation>Skriv måned og år, som 06.2028, eller dagen som 30.06.2028.</translation>
    </message>
    <message>
        <source>Write the day as 23.11.2026.</source>
        <translation>Skriv dagen som 23.11.2026.</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Denne dagen har ikke vært ennå.</translation>
    </message>
    <message>
        <source>This is before {day}.</source>
        <translation>Dette er før {day}.</translation>
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
</context>
<context>
    <name>DaysField</name>
    <message>
        <source>{part} is no day. Write 23.11.2026.</source>
        <translation>{part} er ikke en dato. Skriv 23.11.2026.</translation>
    </message>
    <message>
        <source>{part} has not come yet.</source>
        <translation>{part} har ikke vært ennå.</translation>
    </message>
    <message>
        <source>A day stands here twice.</source>
        <translation>En dato står to ganger.</translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s)</source>
        <translation>
            <numerusform>%n dose</numerusform>
            <numerusform>%n doser</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Angret: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Gjort på nytt: {what}</translation>
    </message>
    <message>
        <source>The observation is over: {name}</source>
        <translation>Observasjonen er over: {name}</translation>
    </message>
    <message>
        <source>Show the visit</source>
        <translation>Vis timen</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Nothing that was saved is lost. Details are in {file}.</source>
        <translation>Noe gikk galt i programmet. Ingenting som var lagret, er tapt. Detaljer står i {file}.</translation>
    </message>
</context>
<context>
    <name>DiscardPanel</name>
    <message>
        <source>Doses thrown away</source>
        <translation>Kasserte doser</translation>
    </message>
    <message>
        <source>Thrown away on</source>
        <translation>Kassert</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
</context>
<context>
    <name>DispensingPanel</name>
    <message>
        <source>Doses handed out (two syringes each)</source>
        <translation>Utleverte doser (to sprøyter hver)</translation>
    </message>
    <message>
        <source>Handed out on</source>
        <translation>Utlevert</translation>
    </message>
    <message>
        <source>Lasts through the dose of {day}</source>
        <translation>Holder til og med dosen {day}</translation>
    </message>
</context>
<context>
    <name>DoseCorrectionPanel</name>
    <message>
        <source>Unknown</source>
        <translation>Ukjent</translation>
    </message>
    <message>
        <source>Take out this dose</source>
        <translation>Fjern denne dosen</translation>
    </message>
    <message>
        <source>The plan is computed again. The history keeps what stood here before.</source>
        <translation>Planen regnes ut på nytt. Historikken beholder det som sto her før.</translation>
    </message>
</context>
<context>
    <name>DosePanel</name>
    <message>
        <source>At another hospital</source>
        <translation>Ved et annet sykehus</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Gitt</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Hva som skjedde</translation>
    </message>
    <message>
        <source>Given, mg</source>
        <translation>Gitt, mg</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Hvor</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Administrasjonsvei</translation>
    </message>
    <message>
        <source>Which hospital</source>
        <translation>Hvilket sykehus</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Preparat</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Expiry date</source>
        <translation>Utløpsdato</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Stikksted</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaksjon</translation>
    </message>
    <message>
        <source>Why is it late?</source>
        <translation>Begrunnelse for sen dose</translation>
    </message>
    <message>
        <source>Begun (if known)</source>
        <translation>Begynt (hvis kjent)</translation>
    </message>
    <message>
        <source>Ended (if known)</source>
        <translation>Ferdig (hvis kjent)</translation>
    </message>
    <message>
        <source>Doctor who was told</source>
        <translation>Lege som er varslet</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notat</translation>
    </message>
    <message>
        <source>{days} since the dose of {day}</source>
        <translation>{days} siden dosen {day}</translation>
    </message>
    <message>
        <source>It does not count as a dose. The doctor sets the next date.</source>
        <translation>Den teller ikke som dose. Legen bestemmer neste dato.</translation>
    </message>
    <message>
        <source>Batch {batch} is taken over from the last dose in the unit. Compare it with this pack.</source>
        <translation>Batch {batch} er hentet fra forrige dose i enheten. Sammenlign med denne pakningen.</translation>
    </message>
    <message>
        <source>A documented dose at another hospital counts.</source>
        <translation>En dokumentert dose ved et annet sykehus teller.</translation>
    </message>
</context>
<context>
    <name>ExposurePanel</name>
    <message>
        <source>Treatment</source>
        <translation>Behandling</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Gitt</translation>
    </message>
</context>
<context>
    <name>FindingsBox</name>
    <message>
        <source>Stop: needs a doctor&apos;s clearance</source>
        <translation>Stopp – krever legeavklaring</translation>
    </message>
    <message>
        <source>Cleared by (doctor)</source>
        <translation>Avklart av (lege)</translation>
    </message>
    <message>
        <source>Time today</source>
        <translation>Klokkeslett i dag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begrunnelse</translation>
    </message>
    <message>
        <source>Cleared by the doctor</source>
        <translation>Avklart av legen</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Sett</translation>
    </message>
    <message>
        <source>Every stop needs a doctor&apos;s name, a time and a reason.</source>
        <translation>Hver stopp må ha legens navn, klokkeslett og begrunnelse.</translation>
    </message>
    <message>
        <source>Tick the warnings that you have seen.</source>
        <translation>Kryss av for advarslene du har sett.</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>Needs attention</source>
        <translation>Trenger oppmerksomhet</translation>
    </message>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Vis alle %n</numerusform>
            <numerusform>Vis alle %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsSection</name>
    <message>
        <source>Cleared by {doctor} at {time}: {reason}</source>
        <translation>Avklart av {doctor} kl. {time}: {reason}</translation>
    </message>
    <message>
        <source>Warning seen: {topic}</source>
        <translation>Advarsel sett: {topic}</translation>
    </message>
    <message>
        <source>Must be cleared</source>
        <translation>Må avklares</translation>
    </message>
    <message>
        <source>To be noted</source>
        <translation>Å merke seg</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Sett</translation>
    </message>
    <message>
        <source>Seen: {what}</source>
        <translation>Sett: {what}</translation>
    </message>
    <message>
        <source>Why is it late?</source>
        <translation>Begrunnelse for sen dose</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>hvorfor?</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Welcome</source>
        <translation>Velkommen</translation>
    </message>
    <message>
        <source>There are no patients here yet</source>
        <translation>Her er det ingen pasienter ennå</translation>
    </message>
    <message>
        <source>Look round in an invented unit first, or begin with your own patients.</source>
        <translation>Se deg om i en oppdiktet enhet først, eller begynn med egne pasienter.</translation>
    </message>
    <message>
        <source>Look at the demo unit</source>
        <translation>Se på demoenheten</translation>
    </message>
    <message>
        <source>120 invented patients in a file of their own, and a look round of two minutes. Try everything.</source>
        <translation>120 oppdiktede pasienter i en egen fil, og en omvisning på to minutter. Prøv alt.</translation>
    </message>
    <message>
        <source>Open the demo unit</source>
        <translation>Åpne demoenheten</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Les inn en liste</translation>
    </message>
    <message>
        <source>Reads patient files. All patients are taken in, or none; what is wrong is named with its field.</source>
        <translation>Leser pasientfiler. Alle pasientene leses inn, eller ingen. Feil vises med navn på feltet.</translation>
    </message>
    <message>
        <source>Choose files …</source>
        <translation>Velg filer …</translation>
    </message>
    <message>
        <source>Add the first patient</source>
        <translation>Legg inn den første pasienten</translation>
    </message>
    <message>
        <source>Name, birth date, treatment and the doses so far. The plan is there at once.</source>
        <translation>Navn, fødselsdato, behandling og dosene så langt. Planen er der med en gang.</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Ny pasient</translation>
    </message>
    <message>
        <source>Set the unit up first: opening hours, places, users</source>
        <translation>Sett opp enheten først: åpningstider, plasser, brukere</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) imported</source>
        <translation>
            <numerusform>%n pasient lest inn</numerusform>
            <numerusform>%n pasienter lest inn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Ingenting er endret ennå.</translation>
    </message>
    <message>
        <source>Still missing: {fields}</source>
        <translation>Mangler: {fields}</translation>
    </message>
    <message>
        <source>{act} for {name}</source>
        <translation>{act} for {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>GatePanel</name>
    <message>
        <source>Indication and contraindications reviewed on</source>
        <translation>Indikasjon og kontraindikasjoner vurdert</translation>
    </message>
    <message>
        <source>Patient informed of rebound, pregnancy and PML on</source>
        <translation>Pasienten informert om rebound, svangerskap og PML</translation>
    </message>
</context>
<context>
    <name>GivenSection</name>
    <message>
        <source>Given</source>
        <translation>Gitt</translation>
    </message>
    <message>
        <source>Given at</source>
        <translation>Gitt kl.</translation>
    </message>
    <message>
        <source>one or two numbers</source>
        <translation>ett eller to numre</translation>
    </message>
    <message>
        <source>month.year</source>
        <translation>måned.år</translation>
    </message>
    <message>
        <source>The dose was not completed</source>
        <translation>Dosen ble ikke fullført</translation>
    </message>
    <message>
        <source>of {mg} mg</source>
        <translation>av {mg} mg</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Taken over from the last dose: compare it with this pack.</source>
        <translation>Hentet fra forrige dose: sammenlign med denne pakningen.</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Utløper</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Stikksted</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaksjon</translation>
    </message>
    <message>
        <source>Given mg</source>
        <translation>Gitt mg</translation>
    </message>
    <message>
        <source>last time {site}</source>
        <translation>sist {site}</translation>
    </message>
    <message>
        <source>Doctor told</source>
        <translation>Lege varslet</translation>
    </message>
    <message>
        <source>Write month and year, as 06.2028, or the day as 30.06.2028.</source>
        <translation>Skriv måned og år, som 06.2028, eller dagen som 30.06.2028.</translation>
    </message>
    <message>
        <source>Write how many mg were given, or leave it empty.</source>
        <translation>Skriv hvor mange mg som ble gitt, eller la feltet stå tomt.</translation>
    </message>
    <message>
        <source>Write the time as 09.15.</source>
        <translation>Skriv klokkeslettet som 09.15.</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>ikke registrert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>not completed</source>
        <translation>ikke fullført</translation>
    </message>
    <message>
        <source>{mg} mg, not completed</source>
        <translation>{mg} mg, ikke fullført</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dose</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Tiltak</translation>
    </message>
</context>
<context>
    <name>HandedOutPanel</name>
    <message>
        <source>Calendars handed out</source>
        <translation>Kalendere utlevert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>What changed for each patient</source>
        <translation>Hva som er endret for hver pasient</translation>
    </message>
    <message numerus="yes">
        <source>%n calendar(s) written.</source>
        <translation>
            <numerusform>%n kalender skrevet.</numerusform>
            <numerusform>%n kalendere skrevet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a calendar</source>
        <translation>
            <numerusform>%n uten kalender</numerusform>
            <numerusform>%n uten kalender</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each patient the file, and tell what has changed:</source>
        <translation>Gi hver pasient filen, og si hva som er endret:</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Order</source>
        <translation>Ordinasjon</translation>
    </message>
    <message>
        <source>Doctor&apos;s clearance</source>
        <translation>Legeavklaring</translation>
    </message>
    <message>
        <source>Warning seen</source>
        <translation>Advarsel sett</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Behandling</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dose</translation>
    </message>
    <message>
        <source>Reaction lifted</source>
        <translation>Reaksjon avklart</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Opplæring</translation>
    </message>
    <message>
        <source>H-prescription</source>
        <translation>H-resept</translation>
    </message>
    <message>
        <source>Dispensing</source>
        <translation>Uttak</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Kassert</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Beholdning</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Sjekkliste</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Behandling som påvirker JCV-svar</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>Svangerskap</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Hendelse</translation>
    </message>
    <message>
        <source>Doctor&apos;s decision</source>
        <translation>Legens beslutning</translation>
    </message>
    <message>
        <source>Earlier course</source>
        <translation>Tidligere behandling</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Step towards home</source>
        <translation>Steg mot hjemmebehandling</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Fornyelse</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Oppgave</translation>
    </message>
    <message>
        <source>day</source>
        <translation>dag</translation>
    </message>
    <message>
        <source>from</source>
        <translation>fra</translation>
    </message>
    <message>
        <source>for the dose of</source>
        <translation>for dosen</translation>
    </message>
    <message>
        <source>time</source>
        <translation>klokkeslett</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>ferdig</translation>
    </message>
    <message>
        <source>route</source>
        <translation>administrasjonsvei</translation>
    </message>
    <message>
        <source>where</source>
        <translation>hvor</translation>
    </message>
    <message>
        <source>days between doses</source>
        <translation>dager mellom dosene</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>begrunnelse</translation>
    </message>
    <message>
        <source>ordered by</source>
        <translation>ordinert av</translation>
    </message>
    <message>
        <source>ordered on</source>
        <translation>ordinert</translation>
    </message>
    <message>
        <source>review on</source>
        <translation>vurderes på nytt</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>preparat</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
    <message>
        <source>reaction</source>
        <translation>reaksjon</translation>
    </message>
    <message>
        <source>until</source>
        <translation>til og med</translation>
    </message>
    <message>
        <source>mg</source>
        <translation>mg</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>avtalt</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>batch</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>registrert</translation>
    </message>
    <message>
        <source>site</source>
        <translation>stikksted</translation>
    </message>
    <message>
        <source>expiry date</source>
        <translation>utløpsdato</translation>
    </message>
    <message>
        <source>doctor told</source>
        <translation>lege varslet</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>sykehus</translation>
    </message>
    <message>
        <source>note</source>
        <translation>notat</translation>
    </message>
    <message>
        <source>to remember</source>
        <translation>huskenotat</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>type</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>sett</translation>
    </message>
    <message>
        <source>method</source>
        <translation>metode</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>svar</translation>
    </message>
    <message>
        <source>index</source>
        <translation>indeks</translation>
    </message>
    <message>
        <source>value</source>
        <translation>verdi</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>enhet</translation>
    </message>
    <message>
        <source>place</source>
        <translation>plass</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutter</translation>
    </message>
    <message>
        <source>observation</source>
        <translation>observasjon</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>møtt</translation>
    </message>
    <message>
        <source>started</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>left</source>
        <translation>gått</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>ikke gitt</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>utstedt</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>trukket tilbake</translation>
    </message>
    <message>
        <source>doses</source>
        <translation>doser</translation>
    </message>
    <message>
        <source>syringes</source>
        <translation>sprøyter</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>opphevet</translation>
    </message>
    <message>
        <source>lifted by</source>
        <translation>opphevet av</translation>
    </message>
    <message>
        <source>by</source>
        <translation>av</translation>
    </message>
    <message>
        <source>at</source>
        <translation>tidspunkt</translation>
    </message>
    <message>
        <source>who</source>
        <translation>hvem</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regel</translation>
    </message>
    <message>
        <source>about</source>
        <translation>gjelder</translation>
    </message>
    <message>
        <source>signed by</source>
        <translation>godkjent av</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>besvart</translation>
    </message>
    <message>
        <source>yes to</source>
        <translation>ja på</translation>
    </message>
    <message>
        <source>length</source>
        <translation>svangerskapslengde</translation>
    </message>
    <message>
        <source>planned by</source>
        <translation>planlagt av</translation>
    </message>
    <message>
        <source>planned on</source>
        <translation>planlagt</translation>
    </message>
    <message>
        <source>birth</source>
        <translation>fødsel</translation>
    </message>
    <message>
        <source>breastfeeding</source>
        <translation>amming</translation>
    </message>
    <message>
        <source>given name</source>
        <translation>fornavn</translation>
    </message>
    <message>
        <source>family name</source>
        <translation>etternavn</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>fødselsdato</translation>
    </message>
    <message>
        <source>national id</source>
        <translation>fødselsnummer</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telefon</translation>
    </message>
    <message>
        <source>language</source>
        <translation>språk</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>protokoll</translation>
    </message>
    <message>
        <source>earlier immunosuppression</source>
        <translation>tidligere immundempende behandling</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>vurdert</translation>
    </message>
    <message>
        <source>informed</source>
        <translation>informert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>seponert</translation>
    </message>
    <message>
        <source>next treatment</source>
        <translation>neste behandling</translation>
    </message>
    <message>
        <source>high risk</source>
        <translation>høy risiko</translation>
    </message>
    <message>
        <source>bridging doses</source>
        <translation>doser i brobehandlingen</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>starter</translation>
    </message>
    <message>
        <source>s.c. elsewhere</source>
        <translation>s.c. ved annet sykehus</translation>
    </message>
    <message>
        <source>i.v. elsewhere</source>
        <translation>i.v. ved annet sykehus</translation>
    </message>
    <message>
        <source>first elsewhere</source>
        <translation>første ved annet sykehus</translation>
    </message>
    <message>
        <source>last elsewhere</source>
        <translation>siste ved annet sykehus</translation>
    </message>
    <message>
        <source>source</source>
        <translation>kilde</translation>
    </message>
    <message>
        <source>doses elsewhere</source>
        <translation>doser et annet sted</translation>
    </message>
    <message>
        <source>given by</source>
        <translation>gis av</translation>
    </message>
    <message>
        <source>relapses</source>
        <translation>attakker</translation>
    </message>
    <message>
        <source>side effects</source>
        <translation>bivirkninger</translation>
    </message>
    <message>
        <source>infections</source>
        <translation>infeksjoner</translation>
    </message>
    <message>
        <source>step</source>
        <translation>trinn</translation>
    </message>
</context>
<context>
    <name>HomeCard</name>
    <message>
        <source>Can have home treatment</source>
        <translation>Kan få hjemmebehandling</translation>
    </message>
    <message>
        <source>Cannot have home treatment yet</source>
        <translation>Kan ikke få hjemmebehandling ennå</translation>
    </message>
    <message>
        <source>Meets the conditions from {day}, if the plan is followed</source>
        <translation>Oppfyller kravene fra {day} hvis planen følges</translation>
    </message>
</context>
<context>
    <name>HomeCounts</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dager</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s)</source>
        <translation>
            <numerusform>%n dose</numerusform>
            <numerusform>%n doser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n syringe(s)</source>
        <translation>
            <numerusform>%n sprøyte</numerusform>
            <numerusform>%n sprøyter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minutt</numerusform>
            <numerusform>%n minutter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeDetail</name>
    <message>
        <source>Nobody chosen</source>
        <translation>Ingen valgt</translation>
    </message>
    <message>
        <source>Choose a patient in the list.</source>
        <translation>Velg en pasient i listen.</translation>
    </message>
    <message>
        <source>Telephone {phone}</source>
        <translation>Telefon {phone}</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>Åpne pasient</translation>
    </message>
    <message>
        <source>Handed out {day} by {who}: {level}</source>
        <translation>Utlevert {day} av {who}: {level}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>og %n til</numerusform>
            <numerusform>og %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>{doses} at home</source>
        <translation>{doses} hjemme</translation>
    </message>
    <message>
        <source>last through the dose of {day}</source>
        <translation>til og med dosen {day}</translation>
    </message>
    <message>
        <source>unknown how many are left on the prescription</source>
        <translation>ukjent hvor mange som er igjen på resepten</translation>
    </message>
    <message>
        <source>{doses} left on the prescription</source>
        <translation>{doses} igjen på resepten</translation>
    </message>
    <message>
        <source>All conditions for home treatment are met.</source>
        <translation>Alle krav til hjemmebehandling er oppfylt.</translation>
    </message>
</context>
<context>
    <name>HomeExports</name>
    <message>
        <source>Folder for the calendars</source>
        <translation>Mappe for kalenderne</translation>
    </message>
    <message>
        <source>Calendars are written …</source>
        <translation>Kalenderne skrives …</translation>
    </message>
    <message numerus="yes">
        <source>%n calendar(s) written.</source>
        <translation>
            <numerusform>%n kalender skrevet.</numerusform>
            <numerusform>%n kalendere skrevet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a calendar: see the list in the folder.</source>
        <translation>
            <numerusform>%n uten kalender: se listen i mappen.</numerusform>
            <numerusform>%n uten kalender: se listen i mappen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the plans</source>
        <translation>Mappe for planarkene</translation>
    </message>
    <message>
        <source>Plans are written …</source>
        <translation>Planarkene skrives …</translation>
    </message>
    <message>
        <source>Plans are printed …</source>
        <translation>Planarkene skrives ut …</translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) sent to the printer.</source>
        <translation>
            <numerusform>%n planark sendt til skriveren.</numerusform>
            <numerusform>%n planark sendt til skriveren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan(s) written.</source>
        <translation>
            <numerusform>%n planark skrevet.</numerusform>
            <numerusform>%n planark skrevet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} av {all}</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n of them are out; what is in the folder is listed there.</source>
        <translation>
            <numerusform>Avbrutt. %n er ute; det som ligger i mappen, står i listen der.</numerusform>
            <numerusform>Avbrutt. %n er ute; det som ligger i mappen, står i listen der.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home treatment</source>
        <translation>Hjemmebehandling</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n pasient</numerusform>
            <numerusform>%n pasienter</numerusform>
        </translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Skriv ut …</translation>
    </message>
    <message>
        <source>Hand out calendars</source>
        <translation>Lever ut kalendere</translation>
    </message>
    <message>
        <source>Calendars of everybody in this list</source>
        <translation>Kalenderne til alle i denne listen</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Order home treatment on a patient&apos;s page once the conditions are met.</source>
        <translation>Hjemmebehandling ordineres på pasientens side når kravene er oppfylt.</translation>
    </message>
    <message>
        <source>Every home dose that should have been reported is reported.</source>
        <translation>Alle hjemmedoser som skulle vært meldt, er meldt.</translation>
    </message>
    <message>
        <source>Nobody has to order or renew within the next weeks.</source>
        <translation>Ingen må bestille eller fornye de nærmeste ukene.</translation>
    </message>
    <message>
        <source>Nobody reaches enough doses within eight weeks.</source>
        <translation>Ingen får nok doser i løpet av åtte uker.</translation>
    </message>
    <message>
        <source>Every calendar that was handed out is still true.</source>
        <translation>Alle utleverte kalendere stemmer fortsatt.</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Ingen her</translation>
    </message>
    <message>
        <source>Plans of everybody in this list, into a folder …</source>
        <translation>Planark for alle i denne listen, til en mappe …</translation>
    </message>
    <message>
        <source>Plans of everybody in this list, to the printer …</source>
        <translation>Planark for alle i denne listen, til skriveren …</translation>
    </message>
    <message>
        <source>Call list …</source>
        <translation>Ringeliste …</translation>
    </message>
    <message>
        <source>Renewal list …</source>
        <translation>Fornyelsesliste …</translation>
    </message>
</context>
<context>
    <name>HomeReportPanel</name>
    <message>
        <source>Choose …</source>
        <translation>Velg …</translation>
    </message>
    <message>
        <source>First syringe at</source>
        <translation>Første sprøyte kl.</translation>
    </message>
    <message>
        <source>Date of the dose</source>
        <translation>Dato for dosen</translation>
    </message>
    <message>
        <source>Syringes</source>
        <translation>Sprøyter</translation>
    </message>
    <message>
        <source>Syringes left at home</source>
        <translation>Sprøyter igjen hjemme</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Stikksted</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaksjon</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notat</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Begge</translation>
    </message>
    <message>
        <source>Only one</source>
        <translation>Bare én</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Ikke tatt</translation>
    </message>
    <message>
        <source>Minutes between them</source>
        <translation>Minutter mellom sprøytene</translation>
    </message>
    <message>
        <source>Doctor who was told</source>
        <translation>Lege som er varslet</translation>
    </message>
    <message>
        <source>Why is it late?</source>
        <translation>Begrunnelse for sen dose</translation>
    </message>
    <message>
        <source>dose {number}, due {day}</source>
        <translation>dose {number}, ventet {day}</translation>
    </message>
    <message>
        <source>Asked before the dose</source>
        <translation>Spurt før dosen</translation>
    </message>
    <message>
        <source>Answer every question, or none when they were not asked.</source>
        <translation>Svar på alle spørsmålene, eller ingen hvis de ikke ble stilt.</translation>
    </message>
    <message>
        <source>Write when the first syringe was taken.</source>
        <translation>Skriv når den første sprøyten ble satt.</translation>
    </message>
    <message>
        <source>The second syringe was after midnight: leave the minutes empty and write it in the note.</source>
        <translation>Den andre sprøyten var etter midnatt: la minuttene stå tomme og skriv det i notatet.</translation>
    </message>
    <message>
        <source>Next dose is due {day}.</source>
        <translation>Neste dose forfaller {day}.</translation>
    </message>
    <message>
        <source>all coming doses are held until a doctor lifts it</source>
        <translation>alle kommende doser stoppes til en lege opphever det</translation>
    </message>
    <message>
        <source>It stays the next dose. Agree on the day, and hand out the calendar anew.</source>
        <translation>Det er fortsatt neste dose. Avtal dagen, og lever ut kalenderen på nytt.</translation>
    </message>
    <message>
        <source>It does not count as a dose. The doctor sets the next date.</source>
        <translation>Den teller ikke som dose. Legen bestemmer neste dato.</translation>
    </message>
    <message>
        <source>{between} between the syringes, at most {most}: a deviation.</source>
        <translation>{between} mellom sprøytene, høyst {most}: avvik.</translation>
    </message>
    <message>
        <source>The planner reckons with {expected} left. The count is taken as it is.</source>
        <translation>Planen regner med {expected} igjen. Tellingen gjelder.</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>At home</source>
        <translation>Hjemme</translation>
    </message>
    <message>
        <source>To call</source>
        <translation>Ringeliste</translation>
    </message>
    <message>
        <source>Order and renew</source>
        <translation>Bestille og fornye</translation>
    </message>
    <message>
        <source>Soon at home</source>
        <translation>Snart hjemme</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Pasient</translation>
    </message>
    <message>
        <source>Next dose</source>
        <translation>Neste dose</translation>
    </message>
    <message>
        <source>Was due</source>
        <translation>Forfalt</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Meldt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Fornyelse</translation>
    </message>
    <message>
        <source>Doses</source>
        <translation>Doser</translation>
    </message>
    <message>
        <source>Enough on</source>
        <translation>Nok doser fra</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Mangler</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Hva som er endret</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Utlevert</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Bestill</translation>
    </message>
    <message>
        <source>Renew by</source>
        <translation>Forny</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Beholdning</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Kontroller</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>ikke kjent</translation>
    </message>
    <message>
        <source>Outdated calendars</source>
        <translation>Utdaterte kalendere</translation>
    </message>
    <message>
        <source>first at home</source>
        <translation>første</translation>
    </message>
    <message>
        <source>reported by the patient</source>
        <translation>meldt av pasienten</translation>
    </message>
    <message>
        <source>no doses</source>
        <translation>ingen doser</translation>
    </message>
    <message>
        <source>no prescription</source>
        <translation>ingen resept</translation>
    </message>
    <message>
        <source>Order at the pharmacy · dispensing by {needed_by}</source>
        <translation>Bestill på apoteket · uttak innen {needed_by}</translation>
    </message>
    <message>
        <source>needed by {needed_by}</source>
        <translation>trengs innen {needed_by}</translation>
    </message>
    <message>
        <source>Renew H-prescription · last safe day {last_safe_day}</source>
        <translation>Forny H-resepten · siste trygge dag {last_safe_day}</translation>
    </message>
    <message>
        <source>Too few doses left on the prescription</source>
        <translation>For få doser igjen på H-resepten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nå</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ingenting</translation>
    </message>
    <message>
        <source>H-prescription with doses left</source>
        <translation>H-resept med doser igjen</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>national id … {figures}</source>
        <translation>fødselsnr. … {figures}</translation>
    </message>
    <message>
        <source>birth date unknown</source>
        <translation>fødselsdato ukjent</translation>
    </message>
    <message>
        <source>b. {day}</source>
        <translation>f. {day}</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>The files hold no patients.</source>
        <translation>Filene inneholder ingen pasienter.</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) can be taken in.</source>
        <translation>
            <numerusform>%n pasient kan leses inn.</numerusform>
            <numerusform>%n pasienter kan leses inn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n patient(s)</source>
        <translation>
            <numerusform>Les inn %n pasient</numerusform>
            <numerusform>Les inn %n pasienter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at this first. If it is right as it is, %n patient(s) can be taken in.</source>
        <translation>
            <numerusform>Se på dette først. Er det riktig slik det er, kan %n pasient leses inn.</numerusform>
            <numerusform>Se på dette først. Er det riktig slik det er, kan %n pasienter leses inn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is right: take in %n patient(s)</source>
        <translation>
            <numerusform>Det er riktig: Les inn %n pasient</numerusform>
            <numerusform>Det er riktig: Les inn %n pasienter</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… og %n til</numerusform>
            <numerusform>… og %n til</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was taken in. Correct this in the files, then choose them again.</source>
        <translation>Ingenting ble lest inn. Rett dette i filene, og velg dem på nytt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Choose patient files</source>
        <translation>Velg pasientfiler</translation>
    </message>
    <message>
        <source>Patient files (*.json *.jsonl)</source>
        <translation>Pasientfiler (*.json *.jsonl)</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>Overalt</translation>
    </message>
    <message>
        <source>Change page</source>
        <translation>Bytt side</translation>
    </message>
    <message>
        <source>Find patient or command</source>
        <translation>Finn pasient eller kommando</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Angre</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gjør om</translation>
    </message>
    <message>
        <source>Hide or show names</source>
        <translation>Skjul eller vis navn</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Lås skjermen</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>Tilbake til forrige side</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Denne oversikten</translation>
    </message>
    <message>
        <source>In a panel</source>
        <translation>I et panel</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Utfør</translation>
    </message>
    <message>
        <source>Do it, from a note too</source>
        <translation>Utfør, også fra et notat</translation>
    </message>
    <message>
        <source>Close without doing it</source>
        <translation>Lukk uten å utføre</translation>
    </message>
    <message>
        <source>A day on or back in a date</source>
        <translation>Én dag fram eller tilbake i en dato</translation>
    </message>
    <message>
        <source>Calendar of a date</source>
        <translation>Kalender i et datofelt</translation>
    </message>
    <message>
        <source>Change a choice</source>
        <translation>Velg et annet alternativ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Choose a visit</source>
        <translation>Velg en time</translation>
    </message>
    <message>
        <source>The next step of the visit</source>
        <translation>Neste steg for timen</translation>
    </message>
    <message>
        <source>Into the panel of the visit</source>
        <translation>Inn i panelet for timen</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uke</translation>
    </message>
    <message>
        <source>Open the patient</source>
        <translation>Åpne pasienten</translation>
    </message>
    <message>
        <source>Pick the visit up</source>
        <translation>Løft timen</translation>
    </message>
    <message>
        <source>Carry it: place, time</source>
        <translation>Flytt den: plass, klokkeslett</translation>
    </message>
    <message>
        <source>Carry it to another day</source>
        <translation>Flytt den til en annen dag</translation>
    </message>
    <message>
        <source>Carry it by an hour</source>
        <translation>Flytt den 60 minutter</translation>
    </message>
    <message>
        <source>Book a next dose</source>
        <translation>Bestill time til neste dose</translation>
    </message>
    <message>
        <source>Print the week</source>
        <translation>Skriv ut uken</translation>
    </message>
    <message>
        <source>Week before, week after</source>
        <translation>Forrige uke, neste uke</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Denne uken</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapasitet</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Velg en dag</translation>
    </message>
    <message>
        <source>Open the day in the week</source>
        <translation>Åpne dagen i uken</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pasienter</translation>
    </message>
    <message>
        <source>Search as you type</source>
        <translation>Søk mens du skriver</translation>
    </message>
    <message>
        <source>Choose a patient</source>
        <translation>Velg en pasient</translation>
    </message>
    <message>
        <source>A patient</source>
        <translation>Én pasient</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Mellomrom</translation>
    </message>
    <message>
        <source>Why? on a line of the plan</source>
        <translation>Hvorfor? på en linje i planen</translation>
    </message>
    <message>
        <source>Open the line</source>
        <translation>Åpne linjen</translation>
    </message>
    <message>
        <source>Home treatment</source>
        <translation>Hjemmebehandling</translation>
    </message>
    <message>
        <source>Telephone form of the patient</source>
        <translation>Registrer hjemmedose</translation>
    </message>
    <message>
        <source>Another list</source>
        <translation>En annen liste</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Oppgaver</translation>
    </message>
    <message>
        <source>Do the next thing</source>
        <translation>Gjør neste steg</translation>
    </message>
    <message>
        <source>Take the task, or give it back</source>
        <translation>Ta eller legg tilbake oppgaven</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>Choose a section or a line</source>
        <translation>Velg en del eller en linje</translation>
    </message>
    <message>
        <source>Change the line</source>
        <translation>Endre linjen</translation>
    </message>
    <message>
        <source>Take the line away</source>
        <translation>Fjern linjen</translation>
    </message>
</context>
<context>
    <name>KeysHelp</name>
    <message>
        <source>Keys</source>
        <translation>Hurtigtaster</translation>
    </message>
    <message>
        <source>Show me round</source>
        <translation>Omvisning</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Lukk (Esc)</translation>
    </message>
</context>
<context>
    <name>LeavePanel</name>
    <message>
        <source>Why the patient leaves now</source>
        <translation>Hvorfor pasienten går nå</translation>
    </message>
    <message>
        <source>The patient knows what to look out for</source>
        <translation>Pasienten vet hvilke tegn en skal se etter</translation>
    </message>
    <message>
        <source>Tell the patient what to look out for, and tick it.</source>
        <translation>Si til pasienten hva som skal følges med på, og kryss av.</translation>
    </message>
    <message>
        <source>To be observed for another {time}.</source>
        <translation>Skal observeres i {time} til.</translation>
    </message>
</context>
<context>
    <name>LiftPanel</name>
    <message>
        <source>What is lifted</source>
        <translation>Hva som oppheves</translation>
    </message>
    <message>
        <source>Decided by (doctor)</source>
        <translation>Besluttet av (lege)</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Besluttet</translation>
    </message>
    <message>
        <source>{kind} since {day}</source>
        <translation>{kind} siden {day}</translation>
    </message>
    <message>
        <source>Full observation after a reaction</source>
        <translation>Full observasjonstid etter reaksjon</translation>
    </message>
</context>
<context>
    <name>ListPrint</name>
    <message>
        <source>Save the call list</source>
        <translation>Lagre ringelisten</translation>
    </message>
    <message>
        <source>calls.pdf</source>
        <translation>ringeliste.pdf</translation>
    </message>
    <message>
        <source>Save the renewal list</source>
        <translation>Lagre fornyelseslisten</translation>
    </message>
    <message>
        <source>renewals.pdf</source>
        <translation>fornyelsesliste.pdf</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Lagret som {file}.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>The screen is locked</source>
        <translation>Skjermen er låst</translation>
    </message>
    <message>
        <source>Choose who goes on, with the arrow keys or the first letters of the name.</source>
        <translation>Velg hvem som fortsetter, med piltastene eller de første bokstavene i navnet.</translation>
    </message>
    <message>
        <source>The lock hides the patients. It is no password: lock the PC itself when you leave it.</source>
        <translation>Låsen skjuler pasientene. Den er ikke et passord: lås selve PC-en når du går fra den.</translation>
    </message>
    <message>
        <source>Who goes on</source>
        <translation>Hvem som fortsetter</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lås opp</translation>
    </message>
</context>
<context>
    <name>LooksForm</name>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Language and theme</source>
        <translation>Språk og tema</translation>
    </message>
    <message>
        <source>As the PC</source>
        <translation>Som PC-en</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lyst</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mørkt</translation>
    </message>
    <message>
        <source>Show initials instead of names (Ctrl+Shift+H)</source>
        <translation>Vis initialer i stedet for navn (Ctrl+Shift+H)</translation>
    </message>
    <message>
        <source>Remembered for you on this PC. Patients&apos; calendars and sheets are not changed.</source>
        <translation>Huskes for deg på denne PC-en. Kalendere og ark til pasientene endres ikke.</translation>
    </message>
</context>
<context>
    <name>LooksSection</name>
    <message>
        <source>Language, theme</source>
        <translation>Språk og tema</translation>
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
        <source>Find patient or command (Ctrl+K)</source>
        <translation>Finn pasient eller kommando (Ctrl+K)</translation>
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
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
</context>
<context>
    <name>MoveReasonPanel</name>
    <message>
        <source>Why outside the window?</source>
        <translation>Hvorfor utenfor vinduet?</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>window {span}</source>
        <translation>vindu {span}</translation>
    </message>
</context>
<context>
    <name>NewPatientPanel</name>
    <message>
        <source>Brand</source>
        <translation>Preparat</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Administrasjonsvei</translation>
    </message>
    <message>
        <source>First dose on (if ordered)</source>
        <translation>Første dose (hvis ordinert)</translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation>Ordinert av</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Ny pasient</translation>
    </message>
    <message>
        <source>Add patient</source>
        <translation>Legg til pasient</translation>
    </message>
    <message>
        <source>This brand has no form for this route.</source>
        <translation>Preparatet finnes ikke for denne administrasjonsveien.</translation>
    </message>
    <message>
        <source>Before the first dose the start list must be closed.</source>
        <translation>Før første dose må alt på startlisten være på plass.</translation>
    </message>
</context>
<context>
    <name>NextDoseSection</name>
    <message>
        <source>Next dose</source>
        <translation>Neste dose</translation>
    </message>
    <message>
        <source>A stop must be cleared before this dose.</source>
        <translation>En stopp må avklares før denne dosen.</translation>
    </message>
    <message>
        <source>Book this time</source>
        <translation>Bestill denne timen</translation>
    </message>
    <message>
        <source>Other …</source>
        <translation>Annen …</translation>
    </message>
    <message>
        <source>Book another time</source>
        <translation>Bestill en annen time</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} kl. {time}</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>Hjemme</translation>
    </message>
    <message>
        <source>In the municipality</source>
        <translation>I kommunen</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Bestilt</translation>
    </message>
    <message>
        <source>Window {span}</source>
        <translation>Vindu {span}</translation>
    </message>
    <message>
        <source>due {day}, which is closed</source>
        <translation>forfall {day}, som er stengt</translation>
    </message>
    <message>
        <source>{span} closed ({names})</source>
        <translation>{span} stengt ({names})</translation>
    </message>
</context>
<context>
    <name>NextFields</name>
    <message>
        <source>Choose …</source>
        <translation>Velg …</translation>
    </message>
    <message>
        <source>Another treatment</source>
        <translation>En annen behandling</translation>
    </message>
    <message>
        <source>None planned</source>
        <translation>Ingen planlagt</translation>
    </message>
    <message>
        <source>Treatment that follows</source>
        <translation>Behandlingen som følger</translation>
    </message>
    <message>
        <source>Name of the treatment</source>
        <translation>Navn på behandlingen</translation>
    </message>
</context>
<context>
    <name>NextTreatmentPanel</name>
    <message>
        <source>Started on (empty: not yet)</source>
        <translation>Startet (tomt: ikke ennå)</translation>
    </message>
    <message>
        <source>Choose the treatment that follows.</source>
        <translation>Velg behandlingen som følger.</translation>
    </message>
    <message>
        <source>The rebound clock runs until it has started.</source>
        <translation>Rebound-klokken går til behandlingen er startet.</translation>
    </message>
    <message>
        <source>The rebound clock ends.</source>
        <translation>Rebound-klokken stanser.</translation>
    </message>
</context>
<context>
    <name>NotGivenPanel</name>
    <message>
        <source>Why nothing is given</source>
        <translation>Hvorfor ingenting gis</translation>
    </message>
    <message>
        <source>The reason in words</source>
        <translation>Årsaken med ord</translation>
    </message>
    <message>
        <source>The visit is over. The dose stays the next one.</source>
        <translation>Besøket er over. Dosen blir stående som den neste.</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>To remember</source>
        <translation>Husk</translation>
    </message>
    <message>
        <source>Edit name, telephone and notes</source>
        <translation>Endre navn, telefon og notater</translation>
    </message>
    <message>
        <source>Nothing noted.</source>
        <translation>Ingenting notert.</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>National id</source>
        <translation>Fødselsnummer</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>A whole number from {lowest} to {highest}.</source>
        <translation>Et helt tall fra {lowest} til {highest}.</translation>
    </message>
    <message>
        <source>A number from {lowest} to {highest}.</source>
        <translation>Et tall fra {lowest} til {highest}.</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Unit not opened</source>
        <translation>Enheten er ikke åpnet</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Prøv igjen</translation>
    </message>
    <message>
        <source>The unit cannot be opened</source>
        <translation>Enheten kan ikke åpnes</translation>
    </message>
    <message>
        <source>Opening the unit</source>
        <translation>Åpner enheten</translation>
    </message>
    <message>
        <source>Reading patients and visits …</source>
        <translation>Leser pasienter og timer …</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uke</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pasienter</translation>
    </message>
    <message>
        <source>Home treatment</source>
        <translation>Hjemmebehandling</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Oppgaver</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapasitet</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Pasient</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Velkommen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Innstillinger</translation>
    </message>
</context>
<context>
    <name>PanelHead</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Lukk (Esc)</translation>
    </message>
</context>
<context>
    <name>PanelHost</name>
    <message>
        <source>Thrown away: {what}</source>
        <translation>Forkastet: {what}</translation>
    </message>
    <message>
        <source>Kept as begun: {what}</source>
        <translation>Påbegynt, tatt vare på: {what}</translation>
    </message>
    <message>
        <source>{act} for {name}</source>
        <translation>{act} for {name}</translation>
    </message>
</context>
<context>
    <name>ParameterCard</name>
    <message>
        <source>No parameter is chosen</source>
        <translation>Ingenting er valgt</translation>
    </message>
    <message>
        <source>Set by {who}. The protocol has {value}.</source>
        <translation>Satt av {who}. Protokollen har {value}.</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>The unit&apos;s own value, {unit}</source>
        <translation>Enhetens egen verdi, {unit}</translation>
    </message>
    <message>
        <source>The unit&apos;s own value</source>
        <translation>Enhetens egen verdi</translation>
    </message>
    <message>
        <source>Use the protocol&apos;s</source>
        <translation>Bruk protokollens verdi</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>Write whole numbers with commas, as in 3, 6.</source>
        <translation>Skriv hele tall med komma mellom, som 3, 6.</translation>
    </message>
    <message>
        <source>Write a number, as in 0,9.</source>
        <translation>Skriv et tall, som 0,9.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Skriv et helt tall.</translation>
    </message>
    <message>
        <source>This may not be over “{other}”, which is {value}.</source>
        <translation>Kan ikke være over «{other}», som er {value}.</translation>
    </message>
    <message>
        <source>This may not be under “{other}”, which is {value}.</source>
        <translation>Kan ikke være under «{other}», som er {value}.</translation>
    </message>
    <message>
        <source>Write rising whole numbers with commas, as many as the protocol has.</source>
        <translation>Skriv hele tall i stigende rekkefølge, så mange som protokollen har.</translation>
    </message>
    <message>
        <source>Use {lowest} to {highest}.</source>
        <translation>Bruk {lowest} til {highest}.</translation>
    </message>
</context>
<context>
    <name>ParametersSection</name>
    <message>
        <source>Parameters</source>
        <translation>Tall og grenser</translation>
    </message>
    <message>
        <source>Find parameter or rule</source>
        <translation>Finn tall eller regel</translation>
    </message>
    <message>
        <source>Which parameters</source>
        <translation>Hvilke tall</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokollen</translation>
    </message>
    <message>
        <source>This unit</source>
        <translation>Enheten</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Opphav</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Endret</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Set by this unit</source>
        <translation>Satt av enheten</translation>
    </message>
</context>
<context>
    <name>PatientActs</name>
    <message>
        <source>Treatment order</source>
        <translation>Ordinasjon</translation>
    </message>
    <message>
        <source>Save order</source>
        <translation>Lagre ordinasjon</translation>
    </message>
    <message>
        <source>Change brand</source>
        <translation>Bytt preparat</translation>
    </message>
    <message>
        <source>Restart treatment</source>
        <translation>Gjenoppta behandlingen</translation>
    </message>
    <message>
        <source>Hold coming doses</source>
        <translation>Stopp kommende doser</translation>
    </message>
    <message>
        <source>Hold doses</source>
        <translation>Stopp dosene</translation>
    </message>
    <message>
        <source>Lift a hold</source>
        <translation>Opphev stopp</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>Opphev stoppen</translation>
    </message>
    <message>
        <source>Register pregnancy</source>
        <translation>Registrer svangerskap</translation>
    </message>
    <message>
        <source>Plan for the pregnancy</source>
        <translation>Plan for svangerskapet</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>Lagre planen</translation>
    </message>
    <message>
        <source>Record birth</source>
        <translation>Registrer fødsel</translation>
    </message>
    <message>
        <source>Before the first dose</source>
        <translation>Før første dose</translation>
    </message>
    <message>
        <source>Bridging course</source>
        <translation>Brobehandling</translation>
    </message>
    <message>
        <source>Stop treatment</source>
        <translation>Seponer behandlingen</translation>
    </message>
    <message>
        <source>Treatment that follows</source>
        <translation>Behandlingen som følger</translation>
    </message>
    <message>
        <source>Person and background</source>
        <translation>Person og bakgrunn</translation>
    </message>
    <message>
        <source>Record home dose</source>
        <translation>Registrer hjemmedose</translation>
    </message>
    <message>
        <source>Steps towards home</source>
        <translation>Veien hjem</translation>
    </message>
    <message>
        <source>Note step</source>
        <translation>Noter steget</translation>
    </message>
    <message>
        <source>Sign training</source>
        <translation>Godkjenn opplæring</translation>
    </message>
    <message>
        <source>H-prescription</source>
        <translation>H-resept</translation>
    </message>
    <message>
        <source>Record prescription</source>
        <translation>Registrer resept</translation>
    </message>
    <message>
        <source>Renew prescription</source>
        <translation>Forny resept</translation>
    </message>
    <message>
        <source>Record step</source>
        <translation>Registrer steget</translation>
    </message>
    <message>
        <source>Withdraw prescription</source>
        <translation>Trekk tilbake resept</translation>
    </message>
    <message>
        <source>Record dispensing</source>
        <translation>Registrer uttak</translation>
    </message>
    <message>
        <source>Count stock at home</source>
        <translation>Tell beholdning</translation>
    </message>
    <message>
        <source>Save count</source>
        <translation>Lagre tellingen</translation>
    </message>
    <message>
        <source>Discarded doses</source>
        <translation>Kasserte doser</translation>
    </message>
    <message>
        <source>Record discarded doses</source>
        <translation>Registrer kassering</translation>
    </message>
    <message>
        <source>Hand out calendar</source>
        <translation>Lever ut kalender</translation>
    </message>
    <message>
        <source>Print plan</source>
        <translation>Skriv ut plan</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Skriv ut …</translation>
    </message>
    <message>
        <source>Record dose</source>
        <translation>Registrer dose</translation>
    </message>
    <message>
        <source>Correct dose</source>
        <translation>Rett dose</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>Lagre rettelsen</translation>
    </message>
    <message>
        <source>Register result</source>
        <translation>Registrer svar</translation>
    </message>
    <message>
        <source>Correct result</source>
        <translation>Rett svar</translation>
    </message>
    <message>
        <source>Record reaction</source>
        <translation>Registrer reaksjon</translation>
    </message>
    <message>
        <source>Checklist before the dose</source>
        <translation>Sjekkliste før dosen</translation>
    </message>
    <message>
        <source>Save answers</source>
        <translation>Lagre svarene</translation>
    </message>
    <message>
        <source>Doctor&apos;s clearance</source>
        <translation>Legeavklaring</translation>
    </message>
    <message>
        <source>Record clearance</source>
        <translation>Registrer avklaring</translation>
    </message>
    <message>
        <source>Plasma exchange or immunoglobulins</source>
        <translation>Plasmautskifting eller IVIg</translation>
    </message>
    <message>
        <source>Doses from elsewhere</source>
        <translation>Doser gitt andre steder</translation>
    </message>
    <message>
        <source>Record earlier doses</source>
        <translation>Registrer tidligere doser</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Ikke gitt</translation>
    </message>
    <message>
        <source>Record as not given</source>
        <translation>Registrer som ikke gitt</translation>
    </message>
    <message>
        <source>Leaves before the observation is over</source>
        <translation>Går før observasjonen er over</translation>
    </message>
    <message>
        <source>End the observation now</source>
        <translation>Avslutt observasjonen nå</translation>
    </message>
    <message>
        <source>Book visit</source>
        <translation>Bestill time</translation>
    </message>
    <message>
        <source>Move or cancel visit</source>
        <translation>Flytt eller avlys time</translation>
    </message>
    <message>
        <source>Move visit</source>
        <translation>Flytt timen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>Åpne pasient</translation>
    </message>
</context>
<context>
    <name>PatientCounts</name>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n reaksjon</numerusform>
            <numerusform>%n reaksjoner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n local reaction(s)</source>
        <translation>
            <numerusform>%n lokal reaksjon</numerusform>
            <numerusform>%n lokale reaksjoner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n til</numerusform>
            <numerusform>%n til</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n måned</numerusform>
            <numerusform>%n måneder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dager</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n år</numerusform>
            <numerusform>%n år</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s)</source>
        <translation>
            <numerusform>%n dose</numerusform>
            <numerusform>%n doser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) dispensed</source>
        <translation>
            <numerusform>%n dose utlevert</numerusform>
            <numerusform>%n doser utlevert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n syringe(s)</source>
        <translation>
            <numerusform>%n sprøyte</numerusform>
            <numerusform>%n sprøyter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientFigures</name>
    <message>
        <source>Treatment</source>
        <translation>Behandling</translation>
    </message>
    <message>
        <source>Stopped {day}</source>
        <translation>Seponert {day}</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>ikke startet</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>siden {day}</translation>
    </message>
    <message>
        <source>Doses given</source>
        <translation>Doser gitt</translation>
    </message>
    <message>
        <source>no reactions</source>
        <translation>ingen reaksjoner</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>siste {day}</translation>
    </message>
    <message>
        <source>Next dose</source>
        <translation>Neste dose</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>ingen planlagt</translation>
    </message>
    <message>
        <source>PML risk</source>
        <translation>PML-risiko</translation>
    </message>
    <message>
        <source>month {n}</source>
        <translation>måned {n}</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Observasjon</translation>
    </message>
    <message>
        <source>{have} of {need} doses</source>
        <translation>{have} av {need} doser</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>ikke nødvendig</translation>
    </message>
    <message>
        <source>≥ {need} doses without reaction</source>
        <translation>≥ {need} doser uten reaksjon</translation>
    </message>
    <message>
        <source>≥ {need} doses, local reactions only</source>
        <translation>≥ {need} doser, bare lokale reaksjoner</translation>
    </message>
    <message>
        <source>earlier reaction</source>
        <translation>tidligere reaksjon</translation>
    </message>
</context>
<context>
    <name>PatientHistory</name>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Før og etter</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>angret</translation>
    </message>
    <message>
        <source>{what}, {field}: now {theirs}; yours {ours}</source>
        <translation>{what}, {field}: nå {theirs}; ditt {ours}</translation>
    </message>
</context>
<context>
    <name>PatientPage</name>
    <message>
        <source>Patient</source>
        <translation>Pasient</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Tilbake (Alt+Venstre)</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Tidligere</translation>
    </message>
    <message>
        <source>&amp;Record …</source>
        <translation>&amp;Registrer …</translation>
    </message>
    <message>
        <source>&amp;Change treatment …</source>
        <translation>&amp;Endre behandling …</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>No patient chosen</source>
        <translation>Ingen pasient valgt</translation>
    </message>
    <message>
        <source>Choose a patient in the list.</source>
        <translation>Velg en pasient i listen.</translation>
    </message>
    <message>
        <source>All patients</source>
        <translation>Alle pasienter</translation>
    </message>
    <message>
        <source>Reading the patient</source>
        <translation>Leser pasienten</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Et øyeblikk …</translation>
    </message>
    <message>
        <source>Calendar …</source>
        <translation>Kalender …</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Forløp</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Seponert</translation>
    </message>
    <message>
        <source>Before start</source>
        <translation>Før oppstart</translation>
    </message>
    <message>
        <source>Home treatment</source>
        <translation>Hjemmebehandling</translation>
    </message>
    <message>
        <source>In the unit</source>
        <translation>I enheten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>Gravid</translation>
    </message>
    <message>
        <source>Bridging course</source>
        <translation>Brobehandling</translation>
    </message>
</context>
<context>
    <name>PatientPlan</name>
    <message>
        <source>why?</source>
        <translation>hvorfor?</translation>
    </message>
    <message>
        <source>Dose {n}</source>
        <translation>Dose {n}</translation>
    </message>
    <message>
        <source>Dose {n}, at home</source>
        <translation>Dose {n}, hjemme</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planlagt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Vindu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Grunnlag</translation>
    </message>
    <message>
        <source>Dose {n}, in the municipality</source>
        <translation>Dose {n}, i kommunen</translation>
    </message>
    <message>
        <source>Booked visit</source>
        <translation>Bestilt time</translation>
    </message>
    <message>
        <source>fits no dose</source>
        <translation>passer ingen dose</translation>
    </message>
    <message>
        <source>cancel or move it</source>
        <translation>avlys eller flytt den</translation>
    </message>
    <message>
        <source>ordered start</source>
        <translation>ordinert oppstart</translation>
    </message>
    <message>
        <source>booked time</source>
        <translation>bestilt time</translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation>forfalt {day}</translation>
    </message>
    <message>
        <source>first day possible</source>
        <translation>første mulige dag</translation>
    </message>
    <message>
        <source>{day} closed ({why})</source>
        <translation>{day} stengt ({why})</translation>
    </message>
    <message>
        <source>at the visit {day}</source>
        <translation>ved timen {day}</translation>
    </message>
    <message>
        <source>before dose {n}</source>
        <translation>før dose {n}</translation>
    </message>
    <message>
        <source>due {day}, blocked until then</source>
        <translation>forfall {day}, må vente til da</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>ikke registrert</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>siste {day}</translation>
    </message>
    <message>
        <source>before dispensing {day}</source>
        <translation>før uttak {day}</translation>
    </message>
    <message>
        <source>Order at the pharmacy</source>
        <translation>Bestill på apoteket</translation>
    </message>
    <message>
        <source>valid through {day}</source>
        <translation>gyldig til {day}</translation>
    </message>
    <message>
        <source>Follow-up with MRI</source>
        <translation>Etterkontroll med MR</translation>
    </message>
    <message>
        <source>follow-up after the stop</source>
        <translation>oppfølging etter seponering</translation>
    </message>
    <message>
        <source>Renew H-prescription</source>
        <translation>Forny H-resept</translation>
    </message>
    <message>
        <source>{days} after {day}</source>
        <translation>{days} etter {day}</translation>
    </message>
    <message>
        <source>{days} after dose {n}</source>
        <translation>{days} etter dose {n}</translation>
    </message>
    <message>
        <source>the pharmacy needs {days}</source>
        <translation>apoteket trenger {days}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>forfalt</translation>
    </message>
    <message>
        <source>due</source>
        <translation>forfaller</translation>
    </message>
    <message>
        <source>coming</source>
        <translation>kommer</translation>
    </message>
    <message>
        <source>no valid prescription</source>
        <translation>ingen gyldig resept</translation>
    </message>
    <message>
        <source>no doses left on the prescription</source>
        <translation>ingen doser igjen på resepten</translation>
    </message>
    <message>
        <source>a dispensing falls after it expires</source>
        <translation>et uttak faller etter utløp</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>forfall {day}</translation>
    </message>
    <message>
        <source>switch of treatment</source>
        <translation>behandlingsbytte</translation>
    </message>
</context>
<context>
    <name>PatientTables</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gitt</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hvordan</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Hvor</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaksjon</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>et annet sted</translation>
    </message>
    <message>
        <source>the patient</source>
        <translation>pasienten</translation>
    </message>
    <message>
        <source>the unit</source>
        <translation>enheten</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ukjent</translation>
    </message>
    <message>
        <source>Doctor told: {name}</source>
        <translation>Lege varslet: {name}</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tatt</translation>
    </message>
    <message>
        <source>Test or control</source>
        <translation>Prøve eller kontroll</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alder</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Hvor mye</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Dispensing</source>
        <translation>Uttak</translation>
    </message>
    <message>
        <source>Counted at home</source>
        <translation>Talt hjemme</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Kassert</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Fornyelse</translation>
    </message>
    <message>
        <source>withdrawn {day}</source>
        <translation>trukket tilbake {day}</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>utløpt</translation>
    </message>
    <message>
        <source>valid through {day}</source>
        <translation>gyldig til {day}</translation>
    </message>
    <message>
        <source>H-prescription</source>
        <translation>H-resept</translation>
    </message>
</context>
<context>
    <name>PatientTabs</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Doses</source>
        <translation>Doser</translation>
    </message>
    <message>
        <source>Tests and controls</source>
        <translation>Prøver og kontroller</translation>
    </message>
    <message>
        <source>Prescriptions</source>
        <translation>Resepter</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historikk</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Ingen plan</translation>
    </message>
    <message>
        <source>The treatment is not ordered, or it has ended.</source>
        <translation>Behandlingen er ikke ordinert, eller den er avsluttet.</translation>
    </message>
    <message>
        <source>No doses yet</source>
        <translation>Ingen doser ennå</translation>
    </message>
    <message>
        <source>The first dose is recorded here or on the page of today.</source>
        <translation>Den første dosen registreres her eller på siden I dag.</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>Ingen svar ennå</translation>
    </message>
    <message>
        <source>Register the first result with Ctrl+R.</source>
        <translation>Registrer det første svaret med Ctrl+R.</translation>
    </message>
    <message>
        <source>No prescription</source>
        <translation>Ingen resept</translation>
    </message>
    <message>
        <source>An H-prescription is needed for home treatment only.</source>
        <translation>H-resept trengs bare ved hjemmebehandling.</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>Ingen historikk</translation>
    </message>
    <message>
        <source>Every change is kept here.</source>
        <translation>Alle endringer tas vare på her.</translation>
    </message>
    <message>
        <source>Parts of the patient&apos;s record</source>
        <translation>Deler av pasientens opplysninger</translation>
    </message>
    <message>
        <source>Why? (Space)</source>
        <translation>Hvorfor? (Mellomrom)</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Åpne (Enter)</translation>
    </message>
</context>
<context>
    <name>PatientTimeline</name>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>Doses</source>
        <translation>Doser</translation>
    </message>
    <message>
        <source>Bloods</source>
        <translation>Blodprøver</translation>
    </message>
    <message>
        <source>JCV</source>
        <translation>JCV</translation>
    </message>
    <message>
        <source>MRI / EDSS</source>
        <translation>MR / EDSS</translation>
    </message>
    <message>
        <source>Dose {n}</source>
        <translation>Dose {n}</translation>
    </message>
    <message>
        <source>observed in full</source>
        <translation>full observasjonstid</translation>
    </message>
    <message>
        <source>index {n}</source>
        <translation>indeks {n}</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>sett</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>ikke sett</translation>
    </message>
    <message>
        <source>next dispensing</source>
        <translation>neste uttak</translation>
    </message>
    <message>
        <source>renew the prescription</source>
        <translation>forny resepten</translation>
    </message>
    <message>
        <source>H-prescription</source>
        <translation>H-resept</translation>
    </message>
</context>
<context>
    <name>PatientWords</name>
    <message>
        <source>stopped</source>
        <translation>seponert</translation>
    </message>
    <message>
        <source>before start</source>
        <translation>før oppstart</translation>
    </message>
    <message>
        <source>in the unit</source>
        <translation>i enheten</translation>
    </message>
    <message>
        <source>at home</source>
        <translation>hjemme</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>ikke beregnet</translation>
    </message>
    <message>
        <source>every {weeks} weeks</source>
        <translation>hver {weeks}. uke</translation>
    </message>
    <message>
        <source>every {days} days</source>
        <translation>hver {days}. dag</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>ikke meldt</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>ikke tatt</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stopp</translation>
    </message>
    <message>
        <source>awaited</source>
        <translation>ventes</translation>
    </message>
    <message>
        <source>late</source>
        <translation>forsinket</translation>
    </message>
    <message>
        <source>due</source>
        <translation>forfaller</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>bestilt</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planlagt</translation>
    </message>
    <message>
        <source>route not ordered</source>
        <translation>administrasjonsvei ikke ordinert</translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Patients</source>
        <translation>Pasienter</translation>
    </message>
    <message numerus="yes">
        <source>%n in the unit</source>
        <translation>
            <numerusform>%n i enheten</numerusform>
            <numerusform>%n i enheten</numerusform>
        </translation>
    </message>
    <message>
        <source>Name, birth date, phone or national id</source>
        <translation>Navn, fødselsdato, telefon eller fødselsnr.</translation>
    </message>
    <message>
        <source>Which patients</source>
        <translation>Hvilke pasienter</translation>
    </message>
    <message>
        <source>Add the first patient here, or import a list.</source>
        <translation>Legg til den første pasienten her, eller les inn en liste.</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Ny pasient</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Name, date, phone or id</source>
        <translation>Navn, dato, telefon, id</translation>
    </message>
    <message>
        <source>&amp;New patient</source>
        <translation>&amp;Ny pasient</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Les inn …</translation>
    </message>
    <message>
        <source>Take in patients from files</source>
        <translation>Les inn pasienter fra filer</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Født</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Behandling</translation>
    </message>
    <message>
        <source>Doses</source>
        <translation>Doser</translation>
    </message>
    <message>
        <source>Next dose</source>
        <translation>Neste dose</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Hvor</translation>
    </message>
    <message>
        <source>PML risk</source>
        <translation>PML-risiko</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Merknad</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>In the unit</source>
        <translation>I enheten</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>Hjemme</translation>
    </message>
    <message>
        <source>First doses</source>
        <translation>Første doser</translation>
    </message>
    <message>
        <source>Before start</source>
        <translation>Før oppstart</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Seponert</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} av {all}</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Ingen funnet</translation>
    </message>
    <message>
        <source>No patient answers to this search in this list.</source>
        <translation>Ingen pasient i denne listen passer med søket.</translation>
    </message>
    <message>
        <source>Show all patients</source>
        <translation>Vis alle pasienter</translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation>Ingen pasienter ennå</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) imported</source>
        <translation>
            <numerusform>%n pasient lest inn</numerusform>
            <numerusform>%n pasienter lest inn</numerusform>
        </translation>
    </message>
    <message>
        <source>The unit is being opened.</source>
        <translation>Enheten åpnes.</translation>
    </message>
</context>
<context>
    <name>PausePanel</name>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Booked visits that do not fit any more</source>
        <translation>Bookede timer som ikke passer lenger</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>nurse</source>
        <translation>sykepleier</translation>
    </message>
    <message>
        <source>doctor</source>
        <translation>lege</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrator</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>The unit already has a patient with this national id.</source>
        <translation>Enheten har allerede en pasient med dette fødselsnummeret.</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Etternavn</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Fornavn</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Fødselsdato</translation>
    </message>
    <message>
        <source>National id</source>
        <translation>Fødselsnummer</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Earlier immunosuppression</source>
        <translation>Tidligere immundempende behandling</translation>
    </message>
    <message>
        <source>To remember</source>
        <translation>Husk</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>Ny plass</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>Endre {name}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Another place has this name.</source>
        <translation>En annen plass har dette navnet.</translation>
    </message>
</context>
<context>
    <name>PlacesSection</name>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plasser</translation>
    </message>
    <message>
        <source>in the order of the boards</source>
        <translation>i samme rekkefølge som på tavlene</translation>
    </message>
    <message>
        <source>Move the place up</source>
        <translation>Flytt plassen opp</translation>
    </message>
    <message>
        <source>Move the place down</source>
        <translation>Flytt plassen ned</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>Ny plass</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plass</translation>
    </message>
    <message>
        <source>Coming visits</source>
        <translation>Kommende timer</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Stol</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Seng</translation>
    </message>
    <message>
        <source>Injection</source>
        <translation>Injeksjon</translation>
    </message>
</context>
<context>
    <name>PlanSheetPanel</name>
    <message>
        <source>Sheet</source>
        <translation>Ark</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Opplæring</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Lagre som PDF …</translation>
    </message>
    <message>
        <source>The checklist of the training, to be filled in and signed by hand.</source>
        <translation>Sjekklisten for opplæringen, til å fylle ut og signere for hånd.</translation>
    </message>
    <message>
        <source>The sheet names neither drug nor diagnosis. Give it to the patient, or shred it.</source>
        <translation>Arket nevner verken legemiddel eller diagnose. Gi det til pasienten, eller makuler det.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%n side sendt til skriveren.</numerusform>
            <numerusform>%n sider sendt til skriveren.</numerusform>
        </translation>
    </message>
    <message>
        <source>plan.pdf</source>
        <translation>plan.pdf</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Lagret som {file}.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lagre som PDF</translation>
    </message>
</context>
<context>
    <name>PregnancyPanel</name>
    <message>
        <source>Weeks</source>
        <translation>Uker</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dager</translation>
    </message>
    <message>
        <source>Length of the pregnancy on</source>
        <translation>Svangerskapslengden gjelder</translation>
    </message>
</context>
<context>
    <name>PregnancyPlanPanel</name>
    <message>
        <source>Days between doses</source>
        <translation>Dager mellom dosene</translation>
    </message>
    <message>
        <source>Planned by (doctor)</source>
        <translation>Planlagt av (lege)</translation>
    </message>
    <message>
        <source>Planned on</source>
        <translation>Planlagt</translation>
    </message>
</context>
<context>
    <name>PrescriptionPanel</name>
    <message>
        <source>Issued on</source>
        <translation>Utstedt</translation>
    </message>
    <message>
        <source>Doses authorised</source>
        <translation>Antall doser på resepten</translation>
    </message>
    <message>
        <source>Last safe day {day}</source>
        <translation>Siste trygge dag {day}</translation>
    </message>
    <message>
        <source>{needed} needed until {day}; this prescription gives {given}.</source>
        <translation>Det trengs {needed} til og med {day}; denne resepten gir {given}.</translation>
    </message>
    <message>
        <source>{per} doses at a time: {rounds} dispensings</source>
        <translation>{per} doser om gangen: {rounds} uttak</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>No more doses are planned.</source>
        <translation>Ingen flere doser er planlagt.</translation>
    </message>
    <message>
        <source>Next dose: {day}</source>
        <translation>Neste dose: {day}</translation>
    </message>
    <message>
        <source>Next dose {day} waits for a doctor.</source>
        <translation>Neste dose {day} venter på legeavklaring.</translation>
    </message>
    <message>
        <source>Can have home treatment.</source>
        <translation>Kan få hjemmebehandling.</translation>
    </message>
    <message>
        <source>Cannot have home treatment.</source>
        <translation>Kan ikke få hjemmebehandling.</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Names on the paper</source>
        <translation>Navn på papiret</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lagre som PDF …</translation>
    </message>
    <message>
        <source>The unit&apos;s shared calendar</source>
        <translation>Infusjonsenhetens felles kalender</translation>
    </message>
    <message>
        <source>A file with times, places and initials, nothing else of the patients.</source>
        <translation>En fil med klokkeslett, plasser og initialer, ellers ingenting om pasientene.</translation>
    </message>
    <message>
        <source>Save as calendar (.ics) …</source>
        <translation>Lagre som kalender (.ics) …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Skriv ut …</translation>
    </message>
    <message>
        <source>Print {week}</source>
        <translation>Skriv ut {week}</translation>
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
    <message>
        <source>Folder for the calendar</source>
        <translation>Mappe for kalenderen</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>Personvern</translation>
    </message>
    <message>
        <source>Calendars for patients</source>
        <translation>Kalendere til pasienter</translation>
    </message>
    <message>
        <source>chosen for each patient; this is where the choice begins</source>
        <translation>velges for hver pasient; her settes utgangspunktet</translation>
    </message>
    <message>
        <source>Names on paper</source>
        <translation>Navn på papir</translation>
    </message>
    <message>
        <source>chosen for each print; this is where the choice begins</source>
        <translation>velges for hver utskrift; her settes utgangspunktet</translation>
    </message>
    <message>
        <source>On the telephone: {words}</source>
        <translation>På telefonen: {words}</translation>
    </message>
    <message>
        <source>Neutral (recommended)</source>
        <translation>Nøytralt (anbefalt)</translation>
    </message>
    <message>
        <source>Plain words, without drug and diagnosis</source>
        <translation>Vanlige ord, uten legemiddel og diagnose</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Initials (recommended)</source>
        <translation>Initialer (anbefalt)</translation>
    </message>
    <message>
        <source>Two letters, more where two patients would be alike.</source>
        <translation>To bokstaver, flere der to pasienter ellers ville blitt like.</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>Fullt navn</translation>
    </message>
    <message>
        <source>Full names and the notes of the visits. Keep the paper locked away.</source>
        <translation>Fullt navn og notatene til timene. Papiret må holdes innelåst.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>A code that only this program can read.</source>
        <translation>En kode som bare dette programmet kan lese.</translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <source>Brand for the coming doses</source>
        <translation>Preparat for kommende doser</translation>
    </message>
    <message>
        <source>Booked visits that do not fit any more</source>
        <translation>Bookede timer som ikke passer lenger</translation>
    </message>
    <message>
        <source>The patient already has this brand.</source>
        <translation>Pasienten har allerede dette preparatet.</translation>
    </message>
    <message>
        <source>The dose count goes on.</source>
        <translation>Dosetellingen fortsetter.</translation>
    </message>
    <message>
        <source>A new JCV series starts ({assay}).</source>
        <translation>En ny JCV-serie starter ({assay}).</translation>
    </message>
    <message>
        <source>Forms of this brand: {forms}</source>
        <translation>Preparatet finnes som: {forms}</translation>
    </message>
</context>
<context>
    <name>QuestionsField</name>
    <message>
        <source>No to the rest</source>
        <translation>Nei til resten</translation>
    </message>
    <message>
        <source>No to all questions</source>
        <translation>Nei til alle spørsmål</translation>
    </message>
    <message>
        <source>Look at every question first: scroll to the last one.</source>
        <translation>Se gjennom alle spørsmålene først: bla til det siste.</translation>
    </message>
</context>
<context>
    <name>ReactionPanel</name>
    <message>
        <source>Which dose</source>
        <translation>Hvilken dose</translation>
    </message>
    <message>
        <source>Kind of reaction</source>
        <translation>Type reaksjon</translation>
    </message>
    <message>
        <source>Doctor who was told</source>
        <translation>Lege som er varslet</translation>
    </message>
    <message>
        <source>What happened and what was done</source>
        <translation>Hva som skjedde, og hva som ble gjort</translation>
    </message>
</context>
<context>
    <name>ReactionWords</name>
    <message>
        <source>Stop: no further dose until a doctor has cleared it.</source>
        <translation>Stopp: ingen flere doser før en lege har avklart.</translation>
    </message>
    <message>
        <source>A local reaction changes nothing in the observation.</source>
        <translation>En lokal reaksjon endrer ikke observasjonen.</translation>
    </message>
    <message>
        <source>Full observation now and after all coming doses, until a doctor lifts it.</source>
        <translation>Full observasjonstid nå og etter alle kommende doser, til en lege opphever det.</translation>
    </message>
</context>
<context>
    <name>RenewalPanel</name>
    <message>
        <source>Next step</source>
        <translation>Neste steg</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>New prescription issued on</source>
        <translation>Ny resept utstedt</translation>
    </message>
    <message>
        <source>Doses authorised</source>
        <translation>Doser på resepten</translation>
    </message>
    <message>
        <source>Needed by {day}</source>
        <translation>Trengs innen {day}</translation>
    </message>
    <message>
        <source>Nobody has done anything yet.</source>
        <translation>Ingen har gjort noe ennå.</translation>
    </message>
    <message>
        <source>Leave out: {steps}</source>
        <translation>Utelat: {steps}</translation>
    </message>
</context>
<context>
    <name>RenewalWords</name>
    <message>
        <source>Nothing to do</source>
        <translation>Ingenting å gjøre</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Må fornyes</translation>
    </message>
    <message>
        <source>Asked the doctor</source>
        <translation>Legen er spurt</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signert</translation>
    </message>
    <message>
        <source>At the pharmacy</source>
        <translation>På apoteket</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Hentet</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>Test or control</source>
        <translation>Prøve eller kontroll</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>Tatt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Index (if given)</source>
        <translation>Indeks (hvis oppgitt)</translation>
    </message>
    <message>
        <source>Laboratory method</source>
        <translation>Metode</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Verdi</translation>
    </message>
    <message>
        <source>Unit of the value</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>Answer seen today</source>
        <translation>Svaret er sett i dag</translation>
    </message>
    <message>
        <source>Take out this result</source>
        <translation>Fjern dette svaret</translation>
    </message>
    <message>
        <source>PML risk: {figure}</source>
        <translation>PML-risiko: {figure}</translation>
    </message>
    <message>
        <source>Next time by {day}</source>
        <translation>Neste gang innen {day}</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Ukjent</translation>
    </message>
</context>
<context>
    <name>RowMarks</name>
    <message>
        <source>begun</source>
        <translation>påbegynt</translation>
    </message>
</context>
<context>
    <name>RuleLine</name>
    <message>
        <source>Why? ({rule})</source>
        <translation>Hvorfor? ({rule})</translation>
    </message>
</context>
<context>
    <name>RunningReactionPanel</name>
    <message>
        <source>Kind of reaction</source>
        <translation>Type reaksjon</translation>
    </message>
    <message>
        <source>Doctor who was told</source>
        <translation>Lege som er varslet</translation>
    </message>
    <message>
        <source>What happened and what was done</source>
        <translation>Hva som skjedde, og hva som ble gjort</translation>
    </message>
    <message>
        <source>It is stored together with the dose that is running.</source>
        <translation>Det lagres sammen med dosen som pågår.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>This did not work.</source>
        <translation>Dette gikk ikke.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Deler</translation>
    </message>
</context>
<context>
    <name>Sites</name>
    <message>
        <source>right and left thigh</source>
        <translation>høyre og venstre lår</translation>
    </message>
    <message>
        <source>abdomen, both sides</source>
        <translation>mage, begge sider</translation>
    </message>
    <message>
        <source>right and left upper arm</source>
        <translation>høyre og venstre overarm</translation>
    </message>
    <message>
        <source>left forearm</source>
        <translation>venstre underarm</translation>
    </message>
    <message>
        <source>right forearm</source>
        <translation>høyre underarm</translation>
    </message>
    <message>
        <source>back of the hand</source>
        <translation>håndrygg</translation>
    </message>
    <message>
        <source>venous port</source>
        <translation>veneport</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Saving …</source>
        <translation>Lagrer …</translation>
    </message>
    <message>
        <source>Backup failed: {why}</source>
        <translation>Sikkerhetskopien mislyktes: {why}</translation>
    </message>
    <message>
        <source>Saved, no backup</source>
        <translation>Lagret, ingen sikkerhetskopi</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ikke lagret ennå</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Lagret</translation>
    </message>
    <message>
        <source>last change {time} by {who}</source>
        <translation>sist endret {time} av {who}</translation>
    </message>
    <message>
        <source>Demo unit: all patients are invented</source>
        <translation>Demoenhet: alle pasienter er oppdiktet</translation>
    </message>
    <message>
        <source>backup of today</source>
        <translation>sikkerhetskopi tatt i dag</translation>
    </message>
    <message>
        <source>backup of {day}</source>
        <translation>sikkerhetskopi tatt {day}</translation>
    </message>
</context>
<context>
    <name>StockPanel</name>
    <message>
        <source>Syringes counted</source>
        <translation>Antall sprøyter talt</translation>
    </message>
    <message>
        <source>Counted on</source>
        <translation>Talt</translation>
    </message>
</context>
<context>
    <name>StopPanel</name>
    <message>
        <source>Reason</source>
        <translation>Årsak</translation>
    </message>
    <message>
        <source>Stopped on</source>
        <translation>Seponert</translation>
    </message>
    <message>
        <source>High risk of PML: follow up for six months</source>
        <translation>Høy PML-risiko: etterkontroll i seks måneder</translation>
    </message>
    <message>
        <source>Cancelled: {what}</source>
        <translation>Avlyses: {what}</translation>
    </message>
    <message>
        <source>Withdrawn: H-prescription of {day}</source>
        <translation>Trekkes tilbake: H-resepten fra {day}</translation>
    </message>
    <message>
        <source>No booked visits and no prescription to withdraw.</source>
        <translation>Ingen bestilte timer og ingen resept å trekke tilbake.</translation>
    </message>
</context>
<context>
    <name>SupplyCard</name>
    <message>
        <source>H-prescription and stock</source>
        <translation>H-resept og beholdning</translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) left at home</source>
        <translation>
            <numerusform>%n dose igjen hjemme</numerusform>
            <numerusform>%n doser igjen hjemme</numerusform>
        </translation>
    </message>
    <message>
        <source>lasts through the dose of {day}</source>
        <translation>til og med dosen {day}</translation>
    </message>
    <message>
        <source>no doses</source>
        <translation>ingen doser</translation>
    </message>
    <message>
        <source>no prescription</source>
        <translation>ingen resept</translation>
    </message>
    <message>
        <source>renew</source>
        <translation>forny</translation>
    </message>
    <message>
        <source>too few doses</source>
        <translation>for få doser</translation>
    </message>
    <message>
        <source>order</source>
        <translation>bestill</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>trekk tilbake</translation>
    </message>
    <message>
        <source>count again</source>
        <translation>tell på nytt</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>i orden</translation>
    </message>
    <message>
        <source>Renew by</source>
        <translation>Forny innen</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Bestill innen</translation>
    </message>
    <message>
        <source>Next dispensing by</source>
        <translation>Neste uttak innen</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Utstedt</translation>
    </message>
    <message>
        <source>Last safe day</source>
        <translation>Siste trygge dag</translation>
    </message>
    <message>
        <source>Doses left on it</source>
        <translation>Doser igjen</translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s)</source>
        <translation>
            <numerusform>%n dose</numerusform>
            <numerusform>%n doser</numerusform>
        </translation>
    </message>
    <message>
        <source>Last dispensing</source>
        <translation>Siste uttak</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registrer</translation>
    </message>
</context>
<context>
    <name>TaskDetail</name>
    <message>
        <source>No task chosen</source>
        <translation>Ingen oppgave valgt</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Velg en i listen.</translation>
    </message>
    <message>
        <source>Taken {visit}</source>
        <translation>Tas {visit}</translation>
    </message>
    <message>
        <source>Give back (T)</source>
        <translation>Legg tilbake (T)</translation>
    </message>
    <message>
        <source>Take (T)</source>
        <translation>Ta (T)</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>Åpne pasient</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>Task</source>
        <translation>Oppgave</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Pasient</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hva</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Tatt av</translation>
    </message>
    <message>
        <source>Dose {number} {day}</source>
        <translation>Dose {number} {day}</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>bestilt</translation>
    </message>
    <message>
        <source>not booked</source>
        <translation>ikke bestilt</translation>
    </message>
    <message>
        <source>Telephone {phone}</source>
        <translation>Telefon {phone}</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Prøver</translation>
    </message>
    <message>
        <source>at the visit {day}</source>
        <translation>ved timen {day}</translation>
    </message>
    <message>
        <source>at the next dose, proposed {day}</source>
        <translation>ved neste dose, foreslått {day}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nå</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Forfalt</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Denne uken</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 dager</translation>
    </message>
    <message>
        <source>Everybody&apos;s</source>
        <translation>Alles oppgaver</translation>
    </message>
    <message>
        <source>Taken by nobody</source>
        <translation>Ikke tatt</translation>
    </message>
    <message>
        <source>Mine ({who})</source>
        <translation>Mine ({who})</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle typer</translation>
    </message>
    <message>
        <source>Nobody has taken it.</source>
        <translation>Ingen har tatt oppgaven.</translation>
    </message>
    <message>
        <source>Taken by {who}.</source>
        <translation>Tatt av {who}.</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Tasks</source>
        <translation>Oppgaver</translation>
    </message>
    <message numerus="yes">
        <source>%n to do</source>
        <translation>
            <numerusform>%n å gjøre</numerusform>
            <numerusform>%n å gjøre</numerusform>
        </translation>
    </message>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Hvem sine</translation>
    </message>
    <message>
        <source>Nothing to do here</source>
        <translation>Ingenting å gjøre her</translation>
    </message>
    <message>
        <source>No task fits what is chosen above.</source>
        <translation>Ingen oppgave passer med valgene over.</translation>
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
    <name>TodayCounts</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n timer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n ferdig</numerusform>
            <numerusform>%n ferdig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n i gang</numerusform>
            <numerusform>%n i gang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not given</source>
        <translation>
            <numerusform>%n ikke gitt</numerusform>
            <numerusform>%n ikke gitt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n observed</source>
        <translation>
            <numerusform>%n observeres</numerusform>
            <numerusform>%n observeres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n uke</numerusform>
            <numerusform>%n uker</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayData</name>
    <message>
        <source>No visits</source>
        <translation>Ingen timer</translation>
    </message>
    <message>
        <source>over</source>
        <translation>over</translation>
    </message>
    <message>
        <source>observation over</source>
        <translation>observasjon over</translation>
    </message>
    <message>
        <source>doctor first</source>
        <translation>lege først</translation>
    </message>
    <message>
        <source>dose {number}</source>
        <translation>dose {number}</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>uten klokkeslett</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>Uten plass</translation>
    </message>
</context>
<context>
    <name>TodayFacts</name>
    <message>
        <source>every {days} days</source>
        <translation>hver {days}. dag</translation>
    </message>
    <message>
        <source>every {weeks} weeks</source>
        <translation>hver {weeks}. uke</translation>
    </message>
    <message>
        <source>JCV unknown</source>
        <translation>JCV ukjent</translation>
    </message>
    <message>
        <source>To be taken: {what}</source>
        <translation>Tas ved denne timen: {what}</translation>
    </message>
    <message>
        <source>Observation after the dose</source>
        <translation>Observasjon etter dosen</translation>
    </message>
    <message>
        <source>Dose {number} of {all} with observation</source>
        <translation>Dose {number} av {all} med observasjon</translation>
    </message>
    <message>
        <source>Infusion ended {time}, observed until {until}</source>
        <translation>Infusjon ferdig {time}, observeres til {until}</translation>
    </message>
    <message>
        <source>Injection {time}, observed until {until}</source>
        <translation>Injeksjon {time}, observeres til {until}</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plasser</translation>
    </message>
    <message>
        <source>Opening the unit</source>
        <translation>Åpner enheten</translation>
    </message>
    <message>
        <source>Reading patients and visits …</source>
        <translation>Leser pasienter og timer …</translation>
    </message>
    <message>
        <source>Reading the visit</source>
        <translation>Leser timen</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Et øyeblikk …</translation>
    </message>
    <message>
        <source>No visits this day</source>
        <translation>Ingen timer denne dagen</translation>
    </message>
    <message>
        <source>Book a visit, or go to another day with the arrows above.</source>
        <translation>Bestill en time, eller gå til en annen dag med pilene over.</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Ny time</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Møtt</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Observasjon</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Pågår</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Dagen før</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>Dagen etter</translation>
    </message>
    <message>
        <source>To today</source>
        <translation>Til i dag</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message>
        <source>what was begun at a visit of today</source>
        <translation>det som er påbegynt på en time i dag</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Not given: {reason}</source>
        <translation>Ikke gitt: {reason}</translation>
    </message>
    <message>
        <source>why?</source>
        <translation>hvorfor?</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) wait for an answer</source>
        <translation>
            <numerusform>%n spørsmål gjenstår</numerusform>
            <numerusform>%n spørsmål gjenstår</numerusform>
        </translation>
    </message>
    <message>
        <source>Reaction …</source>
        <translation>Reaksjon …</translation>
    </message>
    <message>
        <source>Not given …</source>
        <translation>Ikke gitt …</translation>
    </message>
    <message>
        <source>Open the patient</source>
        <translation>Åpne pasienten</translation>
    </message>
    <message>
        <source>Cancel the visit</source>
        <translation>Avlys timen</translation>
    </message>
    <message>
        <source>End the observation</source>
        <translation>Avslutt observasjon</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>Store the answers</source>
        <translation>Lagre svarene</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Møtt</translation>
    </message>
    <message>
        <source>Doctor must clear</source>
        <translation>Lege må avklare</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>See the warnings</source>
        <translation>Se advarslene</translation>
    </message>
    <message>
        <source>Dose done</source>
        <translation>Dose ferdig</translation>
    </message>
    <message>
        <source>Record the dose</source>
        <translation>Registrer dosen</translation>
    </message>
</context>
<context>
    <name>TodayPrint</name>
    <message>
        <source>day-{day}.pdf</source>
        <translation>dag-{day}.pdf</translation>
    </message>
    <message>
        <source>Save the day list</source>
        <translation>Lagre dagslisten</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The day list is in {file}</source>
        <translation>Dagslisten ligger i {file}</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} av {all}</translation>
    </message>
    <message>
        <source>Look round</source>
        <translation>Omvisning</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Hopp over</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Neste</translation>
    </message>
    <message>
        <source>The day on a board</source>
        <translation>Dagen på en tavle</translation>
    </message>
    <message>
        <source>Rows are places, time runs to the right. Hatched is observation, the red line is now. The arrow keys choose a visit, Enter does its next step: arrived, start, end, done.</source>
        <translation>Radene er plasser, og tiden går mot høyre. Skravert er observasjon, den røde streken er nå. Piltastene velger en time, Enter gjør neste steg: møtt, start, avslutt, ferdig.</translation>
    </message>
    <message>
        <source>The visit beside it</source>
        <translation>Timen ved siden av</translation>
    </message>
    <message>
        <source>Checklist, batch, site and reaction, and the time left of the observation. Below stands the next dose with its window: one key books it.</source>
        <translation>Sjekkliste, batch, stikksted og reaksjon, og hvor lenge det er igjen av observasjonen. Nederst står neste dose med vinduet sitt: én tast bestiller time.</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>Det som trenger oppmerksomhet</translation>
    </message>
    <message>
        <source>The most urgent first: ● is a stop or late, ▲ a warning. Each line has its next step.</source>
        <translation>Det som haster mest, står først: ● er stopp eller for sent, ▲ er en advarsel. Hver linje har sitt neste steg.</translation>
    </message>
    <message>
        <source>Move without reckoning</source>
        <translation>Flytt uten å regne</translation>
    </message>
    <message>
        <source>M picks a visit up. The days then show where the dose may go: best, allowed, or outside with the reason. Enter drops it, Esc leaves it, Ctrl+Z takes it back.</source>
        <translation>M løfter en time. Dagene viser da hvor dosen kan gis: best, tillatt, eller utenfor med begrunnelse. Enter slipper den, Esc lar den stå, Ctrl+Z angrer.</translation>
    </message>
    <message>
        <source>One patient</source>
        <translation>Én pasient</translation>
    </message>
    <message>
        <source>The course so far and a year ahead. Each line of the plan answers “why?” with its rule and where the rule comes from.</source>
        <translation>Forløpet så langt og et år fram. Hver linje i planen svarer på «hvorfor?» med regelen og hvor den kommer fra.</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>Hjemme</translation>
    </message>
    <message>
        <source>Who takes the next dose when, whom to call, and whose medicine or prescription runs out.</source>
        <translation>Hvem som tar hvilken dose når, hvem som skal ringes, og hvem som går tom for medisin eller resept.</translation>
    </message>
    <message>
        <source>Everything that is due</source>
        <translation>Alt som forfaller</translation>
    </message>
    <message>
        <source>Blood tests, JCV, MRI, prescriptions: by how late they are, by kind, by who took them.</source>
        <translation>Blodprøver, JCV, MR og resepter: etter hvor mye de haster, type og hvem som har tatt dem.</translation>
    </message>
    <message>
        <source>Twelve weeks ahead</source>
        <translation>Tolv uker fram</translation>
    </message>
    <message>
        <source>How full each day is, which days are a problem, and which visits could move.</source>
        <translation>Hvor full hver dag er, hvilke dager som er et problem, og hvilke timer som kan flyttes.</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Finn alt</translation>
    </message>
    <message>
        <source>Ctrl+K finds patients and commands. Ctrl+Shift+H shows initials while patients can see the screen, Ctrl+L locks it, Ctrl+Z undoes, F1 shows all keys.</source>
        <translation>Ctrl+K finner pasienter og kommandoer. Ctrl+Shift+H viser initialer når pasienter kan se skjermen, Ctrl+L låser den, Ctrl+Z angrer, F1 viser alle hurtigtastene.</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Din tur</translation>
    </message>
    <message>
        <source>Everybody here is invented: try whatever you like. The numbers behind the plan stand in the settings, each with where it comes from.</source>
        <translation>Alle her er oppdiktet: prøv det du vil. Tallene bak planen står i innstillingene, hvert med opphav.</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Trained on</source>
        <translation>Opplæring gitt</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Godkjent av</translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Source (hospital, letter, date)</source>
        <translation>Kilde (sykehus, brev, dato)</translation>
    </message>
    <message>
        <source>Days of the doses, when they are known</source>
        <translation>Datoer for dosene, når de er kjent</translation>
    </message>
    <message>
        <source>Hospital where they were given</source>
        <translation>Sykehus der de ble gitt</translation>
    </message>
    <message>
        <source>Route of the dated doses</source>
        <translation>Administrasjonsvei for de daterte dosene</translation>
    </message>
    <message>
        <source>Reactions to them</source>
        <translation>Reaksjoner på dem</translation>
    </message>
    <message>
        <source>Number s.c. without days</source>
        <translation>Antall s.c. uten dato</translation>
    </message>
    <message>
        <source>Number i.v. without days</source>
        <translation>Antall i.v. uten dato</translation>
    </message>
    <message>
        <source>First of them</source>
        <translation>Den første av dem</translation>
    </message>
    <message>
        <source>Last of them</source>
        <translation>Den siste av dem</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ukjent</translation>
    </message>
    <message>
        <source>The first dose lies after the last one.</source>
        <translation>Den første dosen ligger etter den siste.</translation>
    </message>
    <message>
        <source>A dose on {day} is already recorded.</source>
        <translation>En dose {day} er allerede registrert.</translation>
    </message>
    <message>
        <source>Completed doses: {n}</source>
        <translation>Fullførte doser: {n}</translation>
    </message>
    <message>
        <source>Without a source these doses do not count.</source>
        <translation>Uten kilde teller ikke disse dosene.</translation>
    </message>
</context>
<context>
    <name>TreatmentPanel</name>
    <message>
        <source>Route</source>
        <translation>Administrasjonsvei</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Days between doses</source>
        <translation>Dager mellom dosene</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Hvor</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Gjelder fra</translation>
    </message>
    <message>
        <source>Reason for the longer interval</source>
        <translation>Begrunnelse for lengre intervall</translation>
    </message>
    <message>
        <source>Ordered by (doctor)</source>
        <translation>Ordinert av (lege)</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>Ordinert</translation>
    </message>
    <message>
        <source>Review on (optional)</source>
        <translation>Vurderes på nytt (valgfritt)</translation>
    </message>
    <message>
        <source>Booked visits that do not fit any more</source>
        <translation>Bookede timer som ikke passer lenger</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Annet</translation>
    </message>
    <message>
        <source>The first dose is unknown, and so is the limit.</source>
        <translation>Den første dosen er ukjent, og derfor også grensen.</translation>
    </message>
    <message>
        <source>Extended interval from {day}: reached</source>
        <translation>Grensen for utvidet intervall ble nådd {day}</translation>
    </message>
    <message>
        <source>Extended interval from {day}</source>
        <translation>Utvidet intervall tidligst fra {day}</translation>
    </message>
    <message>
        <source>The order of {before} was for {route}. With the new route it falls back to {standard}.</source>
        <translation>Ordinasjonen {before} gjaldt {route}. Med ny administrasjonsvei faller den tilbake til {standard}.</translation>
    </message>
    <message>
        <source>Next doses: {days}</source>
        <translation>Neste doser: {days}</translation>
    </message>
</context>
<context>
    <name>UnitForm</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Åpner</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Stenger</translation>
    </message>
    <message>
        <source>Open on</source>
        <translation>Åpent</translation>
    </message>
    <message>
        <source>Closed each year, besides the public holidays</source>
        <translation>Stengt hvert år, utenom helligdagene</translation>
    </message>
    <message>
        <source>The unit</source>
        <translation>Enheten</translation>
    </message>
    <message>
        <source>The unit has to open before it closes.</source>
        <translation>Enheten må åpne før den stenger.</translation>
    </message>
    <message>
        <source>At least one weekday has to be open.</source>
        <translation>Minst én ukedag må være åpen.</translation>
    </message>
</context>
<context>
    <name>UnitSection</name>
    <message>
        <source>The unit</source>
        <translation>Enheten</translation>
    </message>
</context>
<context>
    <name>UserForm</name>
    <message>
        <source>Initials</source>
        <translation>Initialer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Ny bruker</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>Endre {name}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>Arbeider her</translation>
    </message>
    <message>
        <source>Somebody else has these initials. Add a letter.</source>
        <translation>Noen andre har disse initialene. Legg til en bokstav.</translation>
    </message>
    <message>
        <source>You are signed in yourself. Let somebody else set you inactive.</source>
        <translation>Du er selv pålogget. La noen andre sette deg som sluttet.</translation>
    </message>
</context>
<context>
    <name>UsersSection</name>
    <message>
        <source>Initials</source>
        <translation>Initialer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Brukere</translation>
    </message>
    <message>
        <source>the history names them by their initials</source>
        <translation>historikken viser dem med initialer</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Ny bruker</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>sluttet</translation>
    </message>
</context>
<context>
    <name>VisitBoard</name>
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
    <name>VisitPanel</name>
    <message>
        <source>Which visit</source>
        <translation>Hvilken time</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>Ny dag</translation>
    </message>
    <message>
        <source>Why outside the window?</source>
        <translation>Hvorfor utenfor vinduet?</translation>
    </message>
    <message>
        <source>Time and place</source>
        <translation>Klokkeslett og plass</translation>
    </message>
    <message>
        <source>Cancel this visit</source>
        <translation>Avlys denne timen</translation>
    </message>
    <message>
        <source>Only the day is agreed</source>
        <translation>Bare dagen er avtalt</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>This day has passed.</source>
        <translation>Denne dagen er passert.</translation>
    </message>
    <message>
        <source>The unit is closed: {why}.</source>
        <translation>Enheten er stengt: {why}.</translation>
    </message>
    <message>
        <source>Only {days} after dose {number}, at least {least} (R-INT-3).</source>
        <translation>Bare {days} etter dose {number}, minst {least} (R-INT-3).</translation>
    </message>
    <message>
        <source>Inside the window {window}</source>
        <translation>Innenfor vinduet {window}</translation>
    </message>
    <message>
        <source>Outside the window {window}</source>
        <translation>Utenfor vinduet {window}</translation>
    </message>
</context>
<context>
    <name>VisitsField</name>
    <message>
        <source>Cancel it</source>
        <translation>Avlys den</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation>Behold den som den er</translation>
    </message>
    <message>
        <source>Move it to a place that suits, the same day</source>
        <translation>Flytt den til en plass som passer, samme dag</translation>
    </message>
    <message>
        <source>Move it to {day}</source>
        <translation>Flytt den til {day}</translation>
    </message>
    <message>
        <source>no dose in the unit any more</source>
        <translation>ingen dose i enheten lenger</translation>
    </message>
    <message>
        <source>held until a doctor has cleared it</source>
        <translation>holdes til en lege har avklart</translation>
    </message>
    <message>
        <source>outside the window of the dose</source>
        <translation>utenfor dosens vindu</translation>
    </message>
    <message>
        <source>the place does not suit</source>
        <translation>plassen passer ikke</translation>
    </message>
    <message>
        <source>the time is too short</source>
        <translation>tiden er for kort</translation>
    </message>
</context>
<context>
    <name>WaitingField</name>
    <message>
        <source>Find patient</source>
        <translation>Finn pasient</translation>
    </message>
    <message>
        <source>Patients whose next dose in the unit has no time yet, the first to be due on top.</source>
        <translation>Pasienter som ikke har time til neste dose i enheten. Den som forfaller først, står øverst.</translation>
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
    <name>WayHome</name>
    <message>
        <source>The first subcutaneous dose is given in the unit.</source>
        <translation>Den første subkutane dosen gis i enheten.</translation>
    </message>
    <message>
        <source>First dose at home: {day}, if the plan is followed</source>
        <translation>Første dose hjemme: {day}, hvis planen følges</translation>
    </message>
    <message>
        <source>The conditions are met.</source>
        <translation>Kravene er oppfylt.</translation>
    </message>
    <message>
        <source>Becomes eligible on {day}, if the plan is followed.</source>
        <translation>Oppfyller kravene fra {day}, hvis planen følges.</translation>
    </message>
    <message>
        <source>Has enough doses on {day}. The day depends on what else is missing.</source>
        <translation>Har nok doser {day}. Dagen avhenger av hva som ellers mangler.</translation>
    </message>
    <message>
        <source>Cannot be dated before what is missing is done.</source>
        <translation>Kan ikke dateres før det som mangler, er gjort.</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>siden {day}</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>mangler</translation>
    </message>
    <message>
        <source>Shown how to inject</source>
        <translation>Vist hvordan sprøytene settes</translation>
    </message>
    <message>
        <source>First self-injection in the unit</source>
        <translation>Første egeninjeksjon i enheten</translation>
    </message>
    <message>
        <source>H-prescription with doses left</source>
        <translation>H-resept med doser igjen</translation>
    </message>
    <message>
        <source>Agreed with the pharmacy</source>
        <translation>Avtalt med apoteket</translation>
    </message>
    <message>
        <source>Home treatment ordered</source>
        <translation>Hjemmebehandling ordinert</translation>
    </message>
</context>
<context>
    <name>WayHomePanel</name>
    <message>
        <source>Note a step</source>
        <translation>Noter et steg</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Which pharmacy</source>
        <translation>Hvilket apotek</translation>
    </message>
    <message>
        <source>What was shown or done</source>
        <translation>Hva som ble vist eller gjort</translation>
    </message>
</context>
<context>
    <name>WeekBoard</name>
    <message>
        <source>Week board</source>
        <translation>Ukestavle</translation>
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
        <translation>Bestill time til neste dose for en pasient (N)</translation>
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
        <translation>bestiller time til neste dose</translation>
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
        <translation>etter vinduet, legeavklaring</translation>
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
        <source>the dose booked {day} comes too soon after it: move that one too</source>
        <translation>dosen som er bestilt {day}, kommer for tidlig etter denne: flytt den også</translation>
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
        <translation>fornyelse av resepten</translation>
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
    <name>WithdrawPanel</name>
    <message>
        <source>Which prescription</source>
        <translation>Hvilken resept</translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation>Trukket tilbake</translation>
    </message>
    <message>
        <source>Issued {day}</source>
        <translation>Utstedt {day}</translation>
    </message>
    <message>
        <source>Withdraw it in the prescription system too.</source>
        <translation>Trekk den tilbake i reseptsystemet også.</translation>
    </message>
</context>
<context>
    <name>YearlyField</name>
    <message>
        <source>e.g. 23.12</source>
        <translation>f.eks. 23.12</translation>
    </message>
    <message>
        <source>Day and month</source>
        <translation>Dag og måned</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>Write day and month as 23.12.</source>
        <translation>Skriv dag og måned som 23.12.</translation>
    </message>
    <message>
        <source>Christmas Eve</source>
        <translation>julaften</translation>
    </message>
    <message>
        <source>New Year&apos;s Eve</source>
        <translation>nyttårsaften</translation>
    </message>
    <message>
        <source>Take away {day}</source>
        <translation>Fjern {day}</translation>
    </message>
</context>
<context>
    <name>_NamesField</name>
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
</context>
<context>
    <name>_PhoneField</name>
    <message>
        <source>Stands in the patients&apos; calendars and on their sheets.</source>
        <translation>Står i pasientenes kalendere og på arkene deres.</translation>
    </message>
</context>
</TS>
