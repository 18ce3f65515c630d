all:
        echo spaces
