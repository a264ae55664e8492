"""The acts that can be done for a patient, each described once.

Menus, keys, the sheet of keys, the commands of Ctrl+K, the buttons of findings and the titles of panels are made from
this one list, so that a button says what it opens.
"""
